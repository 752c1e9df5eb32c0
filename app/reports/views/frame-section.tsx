import { exitReasonNames, progressNames } from '~/allocation/words';
import { needGroupNames, needLabel } from '~/clients/needs';
import { DataTable, Facts } from '~/ui/data';
import { formatDay, formatPeriod } from '~/values/calendar';
import type { ReportFrame } from '../report';
import { arrivalText, stepStateNames, targetName } from '../words';

interface Props {
  readonly frame: ReportFrame;
  /** What came of the needs; a form that asks for it leaves it out. */
  readonly withProgress: boolean;
}

/** What a report says by itself, from the records. */
export function FrameSection({ frame, withProgress }: Props) {
  const { contacts, sessions, absences, needs, steps, referrals } = frame;
  return (
    <section className="mp-sec">
      <h2 className="kern-heading-small">Aus den Aufzeichnungen</h2>
      <Facts
        facts={[
          { label: 'Zeitraum', value: formatPeriod(frame.starts, frame.until) },
          ...(frame.siteName ? [{ label: 'Standort', value: frame.siteName }] : []),
          { label: 'Kontakte', value: `${contacts.held}, zusammen ${contacts.minutes} Minuten` },
          ...(sessions
            ? [
                {
                  label: 'Gruppentermine',
                  value: `${sessions.attended} von ${sessions.held}, davon ${sessions.caughtUp} nachgeholt`,
                },
              ]
            : []),
          ...(absences
            ? [
                {
                  label: 'Fehlzeiten',
                  value: `${absences.excused} entschuldigt, ${absences.unexcused} unentschuldigt`,
                },
              ]
            : []),
          { label: 'Anlass', value: frame.purpose },
          ...(frame.agreedGoals ? [{ label: 'Vereinbarte Ziele', value: frame.agreedGoals }] : []),
          ...(frame.exitReason
            ? [{ label: 'Grund des Abgangs', value: exitReasonNames[frame.exitReason] }]
            : []),
        ]}
      />
      {needs.length > 0 && (
        <DataTable
          caption="Bedarfe zu Beginn"
          cards
          rows={needs}
          rowKey={({ key }) => key}
          columns={[
            { key: 'need', head: 'Bedarf', cell: ({ key }) => needLabel(key) },
            { key: 'group', head: 'Gruppe', cell: ({ group }) => needGroupNames[group] },
            ...(withProgress
              ? [
                  {
                    key: 'progress',
                    head: 'Entwicklung',
                    cell: ({ progress, isRemoved }: (typeof needs)[number]) =>
                      isRemoved ? 'behoben' : progress ? progressNames[progress] : 'keine Angabe',
                  },
                  {
                    key: 'own',
                    head: 'Eigene Sicht',
                    cell: ({ ownView }: (typeof needs)[number]) =>
                      ownView ? progressNames[ownView] : 'keine Angabe',
                  },
                ]
              : []),
          ]}
        />
      )}
      {steps.length > 0 && (
        <DataTable
          caption="Schritte des Strategieplans"
          cards
          rows={steps}
          rowKey={({ id }) => id}
          columns={[
            { key: 'step', head: 'Schritt', cell: ({ step }) => step },
            { key: 'goal', head: 'Ziel', cell: ({ goal }) => goal },
            {
              key: 'state',
              head: 'Stand',
              cell: ({ state, reason }) => (
                <>
                  {stepStateNames[state]}
                  {reason && <small>{reason}</small>}
                </>
              ),
            },
          ]}
        />
      )}
      {referrals.length > 0 && (
        <DataTable
          caption="Vermittlung in andere Hilfen"
          cards
          rows={referrals}
          rowKey={({ target, day }) => `${target} ${day}`}
          columns={[
            { key: 'target', head: 'Hilfe', cell: ({ target }) => targetName(target) },
            { key: 'day', head: 'Tag', cell: ({ day }) => formatDay(day) },
            { key: 'arrived', head: 'Angekommen', cell: arrivalText },
          ]}
        />
      )}
    </section>
  );
}
