import { Link } from '@remix-run/react';
import { Alert, DataTable, Facts, NotStated } from '~/ui/data';
import { TextAreaField } from '~/ui/form/fields';
import { type FormReply, PortalForm } from '~/ui/form/portal-form';
import { Page } from '~/ui/page';
import { paths } from '~/ui/paths';
import { evaluationForm } from '../forms';
import type { ShownRecords } from '../records/shown';
import { RecordTables } from '../records/views/record-tables';
import { ChartTable, type ShownChart } from './chart-table';

/** An evaluation in finished words; a hidden number is "•". */
export interface ShownEvaluation {
  readonly sentences: readonly string[];
  readonly chart: ShownChart | null;
  readonly related: readonly {
    readonly label: string;
    readonly count: string;
    readonly basis: string | null;
    readonly quota: string | null;
    readonly interval: string | null;
    readonly printed: string | null;
  }[];
  readonly differences: readonly string[];
  readonly open: readonly string[];
  readonly stated: readonly {
    readonly label: string;
    readonly value: string;
    readonly basis: string | null;
    readonly asOf: string | null;
  }[];
}

interface EvaluationReply extends FormReply {
  /** The version after a conflict: sending again means this text shall count. */
  readonly version?: string;
}

interface Props {
  /** Recorded figures of a period; null: what the source states. */
  readonly records: ShownRecords | null;
  /** Years and other figures that can be chosen. */
  readonly choices: readonly { readonly to: string; readonly label: string; readonly current: boolean }[];
  /** Why the figures are others than those that were asked for. */
  readonly notice: string | null;
  readonly paper: string;
  /** Opens the form for an interim evaluation; null: not for this role, or nothing is recorded. */
  readonly interim: string | null;
  readonly measure: { readonly slug: string; readonly title: string };
  readonly isExact: boolean;
  /** Where small numbers begin, for the note. */
  readonly minCellCount: number;
  /** What the source states; null where records are shown. */
  readonly evaluation: ShownEvaluation | null;
  readonly text: { readonly assessment: string | null; readonly proposal: string | null };
  readonly version: string;
  readonly hints: readonly string[];
  readonly mayEdit: boolean;
  readonly reply: EvaluationReply | undefined;
}

/** What came of a measure: the recorded figures with their base, and the words beside them. */
export function EvaluationPage(props: Props) {
  const { measure, isExact, minCellCount, evaluation, records, text, mayEdit, choices, notice } = props;
  const sentences = records?.sentences ?? evaluation?.sentences ?? [];
  return (
    <Page
      title="Auswertung"
      crumbs={[
        { to: paths.measures(), label: 'Maßnahmen' },
        { to: paths.measure(measure.slug), label: measure.title },
      ]}
      meta={<span>{measure.title}</span>}
      actions={
        <>
          {props.interim !== null && (
            <Link className="kern-btn kern-btn--tertiary" to={props.interim}>
              <span className="kern-label">Zwischenauswertung …</span>
            </Link>
          )}
          <a className="kern-btn kern-btn--secondary" href={props.paper}>
            <span className="kern-label">Auswertung als PDF öffnen</span>
          </a>
        </>
      }
      {...(choices.length > 1 && { subNavigation: choices })}
    >
      <div className="mp-stack">
        {notice !== null && <Alert kind="warning" title={notice} />}
        <Alert kind="info" title={isExact ? 'Sie sehen die genauen Zahlen' : 'Kleine Zahlen sind verborgen'}>
          <p className="mp-small">
            {isExact
              ? `Im PDF sind Personenzahlen unter ${String(minCellCount)} und solche, aus denen sie folgen, durch „•“ ersetzt. Geben Sie genaue Zahlen nicht weiter.`
              : `Personenzahlen unter ${String(minCellCount)} und solche, aus denen sie folgen, sind durch „•“ ersetzt.`}
          </p>
        </Alert>
        <p className="mp-lead">{sentences.join(' ')}</p>
      </div>
      {records && <RecordTables tables={records.tables} />}
      {evaluation && <Figures evaluation={evaluation} />}
      {mayEdit ? <TextForm {...props} /> : <Words text={text} />}
    </Page>
  );
}

function Figures({ evaluation }: { readonly evaluation: ShownEvaluation }) {
  const { chart, related, differences, open, stated } = evaluation;
  const hasPrinted = related.some(({ printed }) => printed !== null);
  return (
    <>
      {related.length > 0 && (
        <section className="mp-sec mp-stack">
          <h2 className="kern-heading-small">Ergebnisse mit bekannter Bezugsgröße</h2>
          <DataTable
            caption="Ergebnisse mit bekannter Bezugsgröße"
            captionHidden
            rows={related}
            rowKey={(row) => String(related.indexOf(row))}
            columns={[
              { key: 'label', head: 'Ergebnis', cell: ({ label }) => label },
              { key: 'count', head: 'Zahl', numeric: true, cell: ({ count }) => count },
              { key: 'basis', head: 'Bezogen auf', cell: ({ basis }) => basis ?? <NotStated /> },
              { key: 'quota', head: 'Anteil', numeric: true, cell: ({ quota }) => quota ?? '–' },
              {
                key: 'interval',
                head: '95-%-Intervall',
                numeric: true,
                cell: ({ interval }) => interval ?? '–',
              },
              ...(hasPrinted
                ? [
                    {
                      key: 'printed',
                      head: 'Quelle druckt',
                      numeric: true,
                      cell: ({ printed }: ShownEvaluation['related'][number]) => printed ?? '–',
                    },
                  ]
                : []),
            ]}
          />
          <Sentences of={differences} />
        </section>
      )}
      {open.length > 0 && (
        <section className="mp-sec mp-stack">
          <h2 className="kern-heading-small">Anteil ohne genannte Bezugsgröße</h2>
          <Sentences of={open} />
        </section>
      )}
      {chart && <ChartTable chart={chart} />}
      {stated.length > 0 && (
        <section className="mp-sec mp-stack">
          <h2 className="kern-heading-small">Weitere Angaben, wie die Quelle sie nennt</h2>
          <DataTable
            caption="Weitere Angaben, wie die Quelle sie nennt"
            captionHidden
            rows={stated}
            rowKey={(row) => String(stated.indexOf(row))}
            columns={[
              { key: 'label', head: 'Angabe', cell: ({ label }) => label },
              { key: 'value', head: 'Wert', numeric: true, cell: ({ value }) => value },
              { key: 'basis', head: 'Bezogen auf', cell: ({ basis }) => basis ?? <NotStated /> },
              { key: 'asOf', head: 'Stand', cell: ({ asOf }) => asOf ?? <NotStated /> },
            ]}
          />
        </section>
      )}
    </>
  );
}

function Sentences({ of: sentences }: { readonly of: readonly string[] }) {
  if (sentences.length === 0) return null;
  return (
    <ul className="mp-lead">
      {sentences.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );
}

function TextForm({ text, version, hints, reply }: Props) {
  return (
    <section className="mp-sec mp-stack">
      <h2 className="kern-heading-small">Bewertung und Vorschlag</h2>
      {hints.length > 0 && (
        <Alert kind="warning" title="Prüfen Sie den Text">
          <ul className="kern-list kern-list--bullet">
            {hints.map((hint) => (
              <li key={hint}>{hint}</li>
            ))}
          </ul>
        </Alert>
      )}
      <PortalForm
        schema={evaluationForm}
        reply={reply}
        initial={{ assessment: text.assessment ?? '', proposal: text.proposal ?? '' }}
        hidden={{ version: reply?.version ?? version }}
        submit="Texte speichern"
      >
        <TextAreaField
          name="assessment"
          label="Bewertung"
          rows={8}
          hint="Was die Zahlen zeigen und wo ihre Grenzen liegen. Keine Ursachen, keine Zahlen unter der Mindestfallzahl."
        />
        <TextAreaField
          name="proposal"
          label="Vorschlag"
          rows={5}
          hint="Was dem Ausschuss vorgeschlagen wird, zum Beispiel zur Verlängerung."
        />
      </PortalForm>
    </section>
  );
}

function Words({ text }: Pick<Props, 'text'>) {
  return (
    <section className="mp-sec mp-stack">
      <h2 className="kern-heading-small">Bewertung und Vorschlag</h2>
      <Facts
        facts={[
          { label: 'Bewertung', value: text.assessment },
          { label: 'Vorschlag', value: text.proposal },
        ]}
      />
    </section>
  );
}
