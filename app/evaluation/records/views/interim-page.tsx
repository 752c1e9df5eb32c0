import { Link } from '@remix-run/react';
import { DateField, FieldPair } from '~/ui/form/fields';
import { type FormReply, PortalForm } from '~/ui/form/portal-form';
import { Page } from '~/ui/page';
import { paths } from '~/ui/paths';
import { interimForm } from '../forms';

interface Props {
  readonly measure: { readonly slug: string; readonly title: string };
  readonly initial: { readonly from: string; readonly until: string };
  readonly reply: FormReply | undefined;
}

/** Chooses the days of an interim evaluation; nothing is written by it. */
export function InterimPage({ measure, initial, reply }: Props) {
  return (
    <Page
      title="Zwischenauswertung"
      crumbs={[
        { to: paths.measures(), label: 'Maßnahmen' },
        { to: paths.measure(measure.slug), label: measure.title },
        { to: paths.measureEvaluation(measure.slug), label: 'Auswertung' },
      ]}
      meta={<span>{measure.title}</span>}
    >
      <p className="mp-lead">
        Gezählt wird, was in diesen Tagen erfasst ist, zum Beispiel vom Beginn des Vertrags bis vor der
        Entscheidung über seine Verlängerung. Beide Tage zählen mit.
      </p>
      <PortalForm
        schema={interimForm}
        reply={reply}
        initial={initial}
        submit="Zwischenauswertung ansehen"
        secondary={
          <Link className="kern-btn kern-btn--tertiary" to={paths.measureEvaluation(measure.slug)}>
            <span className="kern-label">Zurück zur Auswertung</span>
          </Link>
        }
      >
        <FieldPair>
          <DateField name="from" label="Erster Tag" />
          <DateField name="until" label="Letzter Tag" />
        </FieldPair>
      </PortalForm>
    </Page>
  );
}
