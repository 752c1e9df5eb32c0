import { Link } from '@remix-run/react';
import { lateReasonNames } from '~/allocation/late-entry';
import { Badge, DataTable, Facts } from '~/ui/data';
import { formatMoment } from '~/ui/moment';
import { paths } from '~/ui/paths';
import { formatDay } from '~/values/calendar';
import type { RecordedContact } from '../contact';
import type { ContactMonth, NextContact, Rhythm } from '../rules/rhythm';
import { contactKindNames, minutesText, outcomeText } from '../words';
import { Door, DueDay, ParticipantFrame, type ShownParticipant } from './frame';

interface Props {
  readonly participant: ShownParticipant;
  readonly rhythm: Rhythm;
  readonly next: NextContact | null;
  readonly months: readonly ContactMonth[];
  readonly contacts: readonly RecordedContact[];
  readonly mayRecord: boolean;
  readonly saved: string | null;
}

/** Contacts of one person: what is owed, what was done, and each entry. */
export function ContactsPage(props: Props) {
  const { participant, next, months, mayRecord, saved } = props;
  const address = paths.participantStep(participant.id, 'kontakte');
  return (
    <ParticipantFrame
      participant={participant}
      part="kontakte"
      saved={saved}
      actions={mayRecord && <Door isPrimary to={`${address}?neu=1`} label="Kontakt eintragen" />}
    >
      <section className="mp-sec">
        <h2 className="kern-heading-small">Vereinbarter Abstand</h2>
        <Facts
          facts={[
            { label: 'Laut Vertrag', value: rhythmText(props.rhythm) },
            {
              label: 'Nächster Kontakt',
              value: next ? (
                <>
                  bis {formatDay(next.dueOn)}{' '}
                  {next.overdueSince && <DueDay dueOn={next.dueOn} overdueSince={next.overdueSince} />}
                </>
              ) : (
                'zurzeit keiner fällig'
              ),
            },
          ]}
        />
      </section>
      {months.length > 0 && <MonthSection months={months} />}
      <ContactSection {...props} address={address} />
    </ParticipantFrame>
  );
}

function rhythmText({ stages, firstStageWeeks }: Rhythm): string {
  if (stages.length === 0) return 'kein fester Abstand';
  return stages
    .map(({ stage, everyWeeks, minutes }, index) => {
      const often = everyWeeks === 1 ? 'jede Woche' : `alle ${String(everyWeeks).replace('.', ',')} Wochen`;
      const length = minutes === null ? '' : `, ${minutesText(minutes)}`;
      const lasts = index === 0 && firstStageWeeks !== null ? ` (die ersten ${firstStageWeeks} Wochen)` : '';
      return `${stage}: ${often}${length}${lasts}`;
    })
    .join('; ');
}

function MonthSection({ months }: { readonly months: readonly ContactMonth[] }) {
  return (
    <section className="mp-sec">
      <h2 className="kern-heading-small">Geschuldet und erbracht</h2>
      <p className="mp-small">
        Ein geschuldeter Kontakt zählt in dem Monat, in dem seine Frist endet; läuft sie noch, ist er weder
        erbracht noch ausgefallen. „Gespräche im Monat“ zählt nach dem Tag, an dem sie stattfanden.
      </p>
      <DataTable
        caption="Geschuldet und erbracht, je Monat"
        captionHidden
        cards
        rows={months}
        rowKey={({ month }) => month}
        columns={[
          { key: 'month', head: 'Monat', cell: ({ month }) => `${month.slice(5)}/${month.slice(0, 4)}` },
          { key: 'owed', head: 'Geschuldet', numeric: true, cell: ({ owed }) => owed },
          { key: 'held', head: 'Davon erbracht', numeric: true, cell: ({ held }) => held },
          { key: 'attempted', head: 'Person kam nicht', numeric: true, cell: ({ attempted }) => attempted },
          {
            key: 'missed',
            head: 'Ohne Kontakt',
            numeric: true,
            cell: ({ missed }) => (missed > 0 ? <Badge kind="warning">{missed}</Badge> : missed),
          },
          { key: 'contacts', head: 'Gespräche im Monat', numeric: true, cell: ({ contacts }) => contacts },
          { key: 'minutes', head: 'Minuten', numeric: true, cell: ({ minutes }) => minutes },
        ]}
      />
    </section>
  );
}

function ContactSection({ contacts, mayRecord, address }: Props & { readonly address: string }) {
  return (
    <section className="mp-sec">
      <h2 className="kern-heading-small">Einträge</h2>
      {contacts.length === 0 ? (
        <p>Es ist noch kein Kontakt eingetragen.</p>
      ) : (
        <DataTable
          caption="Einträge"
          captionHidden
          cards
          rows={contacts}
          rowKey={({ id }) => id}
          columns={[
            { key: 'day', head: 'Tag', cell: ({ day }) => formatDay(day) },
            { key: 'kind', head: 'Art', cell: ({ kind }) => contactKindNames[kind] },
            {
              key: 'outcome',
              head: 'Ergebnis',
              cell: (contact) =>
                contact.isCorrected ? (
                  <>
                    <s>{outcomeText(contact)}</s> <span className="mp-small">berichtigt</span>
                  </>
                ) : (
                  outcomeText(contact)
                ),
            },
            {
              key: 'recorded',
              head: 'Eingetragen',
              cell: ({ recordedAt, recordedBy, isBackdated, lateReason, correctsId }) => (
                <>
                  {formatMoment(recordedAt)}, {recordedBy}
                  {correctsId !== null && <span className="mp-small"> (Berichtigung)</span>}
                  {isBackdated && correctsId === null && (
                    <span className="mp-small">
                      {' '}
                      (nachgetragen{lateReason !== null && `: ${lateReasonNames[lateReason]}`})
                    </span>
                  )}
                </>
              ),
            },
            {
              key: 'correct',
              head: 'Ändern',
              cell: ({ id, day, isCorrected, outcome }) =>
                mayRecord && !isCorrected && outcome !== 'void' ? (
                  <Link className="mp-a" to={`${address}?berichtigung=${id}`}>
                    Berichtigen<span className="kern-sr-only">: Kontakt vom {formatDay(day)}</span>
                  </Link>
                ) : (
                  '–'
                ),
            },
          ]}
        />
      )}
    </section>
  );
}
