import { Link } from '@remix-run/react';
import type { ReactNode } from 'react';
import { Alert } from '~/ui/data';
import {
  CheckboxField,
  CheckboxGroupField,
  DateField,
  FieldGroup,
  FieldPair,
  RadioField,
  SelectField,
  TextAreaField,
  TextField,
} from '~/ui/form/fields';
import { type FormReply, PortalForm } from '~/ui/form/portal-form';
import type { TypedValues } from '~/ui/form/typed-values';
import { Page } from '~/ui/page';
import { paths } from '~/ui/paths';
import { formatDay, formatPeriod } from '~/values/calendar';
import { allocationForm } from '../forms';
import type { ShownSpot } from '../fitting';

interface AllocationReply extends FormReply {
  /** No place: the waiting list is the way out, with everything typed kept. */
  readonly offersWaiting?: boolean;
}

interface Props {
  readonly client: { readonly id: string; readonly customerNumber: string };
  readonly identity: ReactNode;
  readonly measure: { readonly slug: string; readonly title: string };
  readonly spots: readonly (ShownSpot & { readonly waitingLonger: number })[];
  readonly needs: readonly { readonly key: string; readonly label: string }[];
  /** Name of the language for which an interpreter is needed. */
  readonly language: string | null;
  readonly involvesHousehold: boolean;
  readonly allowsConsequenceNotice: boolean;
  readonly overlap: string | null;
  readonly others: readonly {
    readonly id: string;
    readonly title: string;
    readonly starts: string;
    readonly ends: string;
  }[];
  readonly isWaiting: boolean;
  readonly shownAt: string;
  readonly initial: TypedValues;
  readonly reply: AllocationReply | undefined;
}

/** Allocates one person to one measure: place, days, why, and what the provider gets to know. */
export function NewAllocationPage(props: Props) {
  const { client, measure, spots, reply } = props;
  const longest = Math.max(0, ...spots.map(({ waitingLonger }) => waitingLonger));
  return (
    <Page
      title="Zuweisen"
      crumbs={[
        { to: paths.clients(), label: 'Kundinnen und Kunden' },
        { to: paths.client(client.id), label: `Kundennummer ${client.customerNumber}` },
        { to: paths.fittingMeasures(client.id), label: 'Passende Maßnahmen' },
      ]}
      meta={<span>{measure.title}</span>}
    >
      {props.identity}
      <p className="mp-lead">
        Mit der Zuweisung entsteht das Schreiben an die Person, und der Träger sieht die Angaben, die Sie
        unten auswählen.{' '}
        {props.allowsConsequenceNotice
          ? 'Das Schreiben enthält den Hinweis zu den Rechtsfolgen aus der Vorlage.'
          : 'Die Teilnahme ist freiwillig; das Schreiben kommt ohne Rechtsfolgenbelehrung (Regel A19).'}
      </p>
      <Others others={props.others} />
      {longest > 0 && (
        <Alert
          kind="info"
          title={longest === 1 ? '1 Person wartet länger' : `${longest} Personen warten länger`}
        >
          <p className="mp-small">Weisen Sie diese Person zuerst zu, geben Sie einen Grund an (Regel C10).</p>
        </Alert>
      )}
      <PortalForm
        schema={allocationForm}
        reply={reply}
        initial={props.initial}
        hidden={{ shownAt: props.shownAt }}
        submit="Zuweisen"
        secondary={
          <>
            {reply?.offersWaiting && !props.isWaiting && (
              <button className="kern-btn kern-btn--secondary" name="intent" value="wait">
                <span className="kern-label">Auf die Warteliste setzen</span>
              </button>
            )}
            <Link className="kern-btn kern-btn--tertiary" to={paths.fittingMeasures(client.id)}>
              <span className="kern-label">Abbrechen</span>
            </Link>
          </>
        }
      >
        <FieldGroup legend="Platz und Zeit">
          {spotField(spots)}
          <FieldPair>
            <DateField name="starts" label="Erster Tag" />
            <DateField
              name="ends"
              label="Letzter Tag"
              hint="TT.MM.JJJJ, dieser Tag zählt mit; ohne Angabe bis zum Ende des Platzes"
              optional
            />
          </FieldPair>
          <TextAreaField
            name="backdateReason"
            label="Grund der nachträglichen Zuweisung"
            hint="Nur wenn der erste Tag vor heute liegt, höchstens 42 Tage."
            rows={2}
            optional
          />
        </FieldGroup>
        <FieldGroup legend="Warum diese Maßnahme">
          <TextAreaField
            name="reason"
            label="Grund der Auswahl"
            hint="Steht so im Schreiben an die Person. Ohne Diagnosen und ohne Angaben über Dritte."
            rows={3}
          />
          {props.overlap !== null && (
            <TextAreaField
              name="overlapReason"
              label="Abgrenzung zum anderen Angebot"
              hint={`Die Person ist schon in ${props.overlap} (Regel A22).`}
              rows={2}
            />
          )}
          {longest > 0 && (
            <TextAreaField
              name="earlierReason"
              label="Grund der früheren Aufnahme"
              hint="Warum diese Person vor denen aufgenommen wird, die länger warten (Regel C10)."
              rows={2}
              optional
            />
          )}
        </FieldGroup>
        <FieldGroup
          legend="Was der Träger erfährt"
          hint="Immer: Name, Zeit und wer zuständig ist. Alles andere nur, soweit es für die Maßnahme erforderlich ist (Regel P4)."
        >
          <TextAreaField name="purpose" label="Worum es geht" hint="In einem Satz." rows={2} />
          <TextAreaField name="goals" label="Vereinbarte Ziele" rows={2} optional />
          {props.needs.length > 0 && (
            <CheckboxGroupField
              name="needs"
              label="Handlungsbedarfe, an denen gearbeitet wird"
              choices={props.needs.map(({ key, label }) => ({ value: key, label }))}
            />
          )}
          <TextField name="contact" label="Telefon oder E-Mail für den ersten Kontakt" optional />
          {props.language !== null && (
            <CheckboxField name="sharesLanguage" label={`Sprachmittlung nötig: ${props.language}`} />
          )}
          <TextField
            name="accessibility"
            label="Was die Person vor Ort braucht"
            hint="Zum Beispiel: stufenloser Zugang. Ohne Diagnosen."
            optional
          />
          {props.involvesHousehold && (
            <CheckboxField name="sharesHousehold" label="Nummer der Bedarfsgemeinschaft" />
          )}
        </FieldGroup>
        <FieldGroup legend="Schreiben an die Person">
          <TextAreaField
            name="addressLines"
            label="Anschrift"
            hint="Zeile für Zeile, ohne Namen. Ohne Angabe: persönlich übergeben. Die Anschrift steht nur im Schreiben."
            rows={3}
            optional
          />
          <TextAreaField
            name="venueLines"
            label="Anschrift und Kontakt beim Träger"
            hint="Zeile für Zeile, mit Weg und Telefon."
            rows={3}
            optional
          />
          <TextField
            name="firstAppointment"
            label="Erster Termin"
            hint="Zum Beispiel: Montag, 01.12.2025, 9:00 Uhr. Ohne Angabe meldet sich der Träger."
            optional
          />
        </FieldGroup>
      </PortalForm>
    </Page>
  );
}

/** Called and not drawn: the summary of faults reads the labels of elements, not inside components. */
function spotField(spots: Props['spots']) {
  const choices = spots.map((spot) => ({ value: spot.key, label: spot.label, hint: roomText(spot) }));
  return choices.length <= 7 ? (
    <RadioField name="spot" label="Standort oder Gruppe" choices={choices} />
  ) : (
    <SelectField
      name="spot"
      label="Standort oder Gruppe"
      choices={choices.map(({ value, label, hint }) => ({ value, label: `${label}: ${hint}` }))}
    />
  );
}

function roomText({ kind, free, count, firstFreeOn, firstDay, lastDay }: ShownSpot): string {
  const days = kind === 'group' ? `${formatPeriod(firstDay, lastDay)}, ` : '';
  if (free > 0) return `${days}${free} von ${count} Plätzen frei`;
  return firstFreeOn === null
    ? `${days}kein Platz frei`
    : `${days}nächster freier Platz ab ${formatDay(firstFreeOn)}`;
}

function Others({ others }: Pick<Props, 'others'>) {
  if (others.length === 0) return null;
  return (
    <p className="mp-small">
      Die Person ist auch in:{' '}
      {others.map(
        ({ id, title, starts, ends }) =>
          `${title} (${formatPeriod(starts, ends)})${id === others.at(-1)?.id ? '' : ', '}`,
      )}
      .
    </p>
  );
}

interface NoWayProps {
  readonly client: Props['client'];
  readonly identity: ReactNode;
  readonly measure: Props['measure'];
  readonly why:
    | 'notChecked'
    | 'refused'
    | 'consentOpen'
    | 'consentDenied'
    | 'noIntake'
    | 'noSpot'
    | { readonly until: string; readonly allocationId: string };
  readonly mayWait: boolean;
}

/** Why nobody can be allocated here now, and the way on. */
export function NoAllocationPage({ client, identity, measure, why, mayWait }: NoWayProps) {
  return (
    <Page
      title="Zuweisen"
      crumbs={[
        { to: paths.clients(), label: 'Kundinnen und Kunden' },
        { to: paths.client(client.id), label: `Kundennummer ${client.customerNumber}` },
        { to: paths.fittingMeasures(client.id), label: 'Passende Maßnahmen' },
      ]}
      meta={<span>{measure.title}</span>}
    >
      {identity}
      <p className="mp-lead">{noWayText(why)}</p>
      <p className="kern-btn-wrapper">
        {typeof why === 'object' ? (
          <Link className="kern-btn kern-btn--primary" to={paths.allocation(why.allocationId)}>
            <span className="kern-label">Zuweisung ansehen</span>
          </Link>
        ) : mayWait ? (
          <Link className="kern-btn kern-btn--primary" to={paths.joinWaitlist(client.id, measure.slug)}>
            <span className="kern-label">Auf die Warteliste …</span>
          </Link>
        ) : (
          asksForCheck(why) && (
            <Link
              className="kern-btn kern-btn--primary"
              to={`${paths.checkClient(client.id)}?massnahme=${measure.slug}`}
            >
              <span className="kern-label">Zugang prüfen</span>
            </Link>
          )
        )}
        <Link className="kern-btn kern-btn--tertiary" to={paths.fittingMeasures(client.id)}>
          <span className="kern-label">Andere Maßnahmen ansehen</span>
        </Link>
      </p>
    </Page>
  );
}

function asksForCheck(why: NoWayProps['why']): boolean {
  return why === 'notChecked' || why === 'refused' || why === 'consentDenied';
}

function noWayText(why: NoWayProps['why']): string {
  if (typeof why === 'object')
    return `Die Person nimmt bis ${formatDay(why.until)} schon an dieser Maßnahme teil.`;
  switch (why) {
    case 'notChecked':
      return 'Der Zugang zu dieser Maßnahme ist noch nicht geprüft. Prüfen Sie ihn, danach können Sie zuweisen.';
    case 'refused':
      return 'Nach der letzten Prüfung besteht kein Zugang. Hat sich etwas geändert, prüfen Sie ihn noch einmal.';
    case 'consentOpen':
      return 'Die Teamleitung hat über den Zugang noch nicht entschieden. Danach können Sie zuweisen.';
    case 'consentDenied':
      return 'Die Teamleitung hat den Zugang abgelehnt. Hat sich etwas geändert, prüfen Sie ihn noch einmal.';
    case 'noIntake':
      return 'Die Maßnahme nimmt im Augenblick niemanden direkt auf.';
    case 'noSpot':
      return 'Unter dem Vertrag dieser Maßnahme gibt es noch keinen Platz und keine Gruppe.';
  }
}
