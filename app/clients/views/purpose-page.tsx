import { TextField } from '~/ui/form/fields';
import { PortalForm, type FormReply } from '~/ui/form/portal-form';
import { Page } from '~/ui/page';
import type { ClientHead } from '../client';
import { openingForm } from '../forms';
import { clientTitle } from './client-page';
import { clientsCrumb } from './new-client-page';

interface Props {
  readonly head: ClientHead;
  readonly reply: FormReply | undefined;
}

/** Before a team lead sees a client: for what (rule P2). */
export function PurposePage({ head, reply }: Props) {
  return (
    <Page
      title={clientTitle(head)}
      crumbs={[clientsCrumb]}
      meta={
        <>
          <span>{head.siteName}</span>
          <span>zuständig: {head.responsibleName}</span>
        </>
      }
    >
      <p className="mp-lead">
        Zugriff haben Sie nur zur Fachaufsicht. Nennen Sie den Anlass; danach sehen Sie die Angaben eine
        Stunde lang. Anlass und Zeitpunkt liest auch, wer zuständig ist.
      </p>
      <PortalForm schema={openingForm} reply={reply} submit="Mit diesem Anlass öffnen">
        <TextField
          name="purpose"
          label="Anlass"
          hint="Ohne Angaben zur Person, zum Beispiel: Prüfung der Zustimmung zum Zugang."
        />
      </PortalForm>
    </Page>
  );
}
