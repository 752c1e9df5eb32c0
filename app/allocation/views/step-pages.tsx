import type { ReactNode } from 'react';
import { DateField, RadioField, SelectField, TextAreaField } from '~/ui/form/fields';
import { type FormReply, PortalForm } from '~/ui/form/portal-form';
import { Page } from '~/ui/page';
import { CancelLink } from '~/ui/form/cancel-link';
import { paths } from '~/ui/paths';
import { formatDay } from '~/values/calendar';
import type { AllocationFacts } from '../allocation-page';
import { settlers } from '../allocation';
import { extendForm, settleForm } from '../forms';
import { measureReasons } from '../rules/settle';
import { settledReasonNames, settlerNames } from '../words';

interface StepProps {
  readonly facts: Pick<AllocationFacts, 'id' | 'measureTitle' | 'ends'>;
  readonly identity: ReactNode;
  readonly reply: FormReply | undefined;
}

/** It came to nothing before it began: by whom and why, and the place is free at once. */
export function SettlePage({ facts, identity, reply, today }: StepProps & { readonly today: string }) {
  return (
    <StepPage facts={facts} title="Nicht angetreten oder abgelehnt" identity={identity}>
      <p className="mp-lead">
        Der Platz ist danach sofort frei. Der Träger sieht die Angaben noch 14 Tage. Das lässt sich nicht
        zurücknehmen; wer schon da war, verlässt die Maßnahme mit einem Abgang.
      </p>
      <PortalForm
        schema={settleForm}
        reply={reply}
        initial={{ on: formatDay(today) }}
        submit="Zuweisung abschließen"
        secondary={<CancelLink to={paths.allocation(facts.id)} />}
      >
        <RadioField
          name="outcome"
          label="Was ist geschehen?"
          choices={[
            { value: 'notStarted', label: 'nicht angetreten', hint: 'Die Person ist nicht gekommen.' },
            { value: 'declined', label: 'abgelehnt', hint: 'Jemand hat vorher abgesagt.' },
          ]}
        />
        <RadioField
          name="by"
          label="Von wem ging es aus?"
          choices={settlers.map((value) => ({ value, label: settlerNames[value] }))}
        />
        <SelectField
          name="reason"
          label="Grund"
          choices={measureReasons.map((value) => ({ value, label: settledReasonNames[value] }))}
        />
        <DateField name="on" label="Tag" />
      </PortalForm>
    </StepPage>
  );
}

interface ExtendProps extends StepProps {
  readonly room: {
    readonly lastDay: string;
    readonly hasOpenOption: boolean;
    readonly nextTakenFrom: string | null;
  };
}

/** Moves the planned end further, as long as the place is there and free. */
export function ExtendPage({ facts, identity, reply, room }: ExtendProps) {
  return (
    <StepPage facts={facts} title="Zuweisung verlängern" identity={identity}>
      <p className="mp-lead">
        Geplant ist bis zum {formatDay(facts.ends ?? room.lastDay)}. Der Platz ist bis zum{' '}
        {formatDay(room.lastDay)} da
        {room.nextTakenFrom !== null && ` und ab dem ${formatDay(room.nextTakenFrom)} schon vergeben`}.
        {room.hasOpenOption && ' Die Verlängerung des Vertrags ist noch nicht ausgeübt.'}
      </p>
      <PortalForm
        schema={extendForm}
        reply={reply}
        submit="Zuweisung verlängern"
        secondary={<CancelLink to={paths.allocation(facts.id)} />}
      >
        <DateField name="ends" label="Neuer letzter Tag" hint="TT.MM.JJJJ, dieser Tag zählt mit" />
        <TextAreaField
          name="reason"
          label="Grund"
          hint="Ohne Diagnosen und ohne Angaben über Dritte."
          rows={3}
        />
      </PortalForm>
    </StepPage>
  );
}

interface FrameProps extends Pick<StepProps, 'facts' | 'identity'> {
  readonly title: string;
  readonly children: ReactNode;
}

function StepPage({ facts, title, identity, children }: FrameProps) {
  return (
    <Page
      title={title}
      crumbs={[
        { to: paths.allocations(), label: 'Zuweisungen' },
        { to: paths.allocation(facts.id), label: facts.measureTitle ?? 'Fallmanagement (bFM)' },
      ]}
    >
      {identity}
      <div className="mp-stack">{children}</div>
    </Page>
  );
}
