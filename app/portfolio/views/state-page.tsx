import { Link } from '@remix-run/react';
import { formatMoment } from '~/ui/moment';
import { MoveHistory } from '~/ui/move-history';
import { DataTable, Facts } from '~/ui/data';
import { RadioField, TextAreaField } from '~/ui/form/fields';
import { type FormReply, PortalForm } from '~/ui/form/portal-form';
import { Page } from '~/ui/page';
import { paths } from '~/ui/paths';
import type { ComparedSection } from '../compare';
import { intakeForm, moveForm } from '../state-forms';
import {
  type IntakeState,
  intakeNames,
  intakeStates,
  isMeasureState,
  type MeasureState,
  stateNames,
  stepsFrom,
} from '../states';
import type { MeasureMove, MeasureVersion } from '../versions';

interface Comparison {
  readonly from: string;
  readonly to: string;
  readonly sections: readonly ComparedSection[];
}

interface StatePageProps {
  readonly measure: { readonly slug: string; readonly title: string };
  readonly state: MeasureState;
  readonly intake: IntakeState;
  /** The version that equals the measure as it stands; null: it changed since. */
  readonly currentVersion: number | null;
  readonly versions: readonly MeasureVersion[];
  readonly moves: readonly MeasureMove[];
  readonly comparison: Comparison | null;
  readonly mayMove: boolean;
  readonly reply: (FormReply & { readonly form: 'move' | 'intake' }) | undefined;
}

/** Where a measure stands, what was decided, and who moved it when and why. */
export function StatePage(props: StatePageProps) {
  const { measure, state, intake, currentVersion, versions, moves, comparison, mayMove, reply } = props;
  const steps = stepsFrom(state);
  return (
    <Page
      title="Stand und Versionen"
      crumbs={[
        { to: paths.measures(), label: 'Maßnahmen' },
        { to: paths.measure(measure.slug), label: measure.title },
      ]}
      meta={<span>{measure.title}</span>}
    >
      {comparison && <ComparisonPart slug={measure.slug} comparison={comparison} />}
      <section className="mp-sec">
        <h2 className="kern-heading-medium">Stand</h2>
        <Facts
          facts={[
            { label: 'Stand', value: stateNames[state] },
            { label: 'Aufnahme', value: state === 'running' ? intakeNames[intake] : 'nimmt niemanden auf' },
            { label: 'Inhalt', value: contentText(currentVersion, versions.length > 0) },
          ]}
        />
      </section>
      {mayMove && steps.length > 0 && (
        <section className="mp-sec">
          <h2 className="kern-heading-medium">Nächster Schritt</h2>
          <PortalForm
            key={`schritt-${moves.length}`}
            id="schritt"
            schema={moveForm}
            reply={reply?.form === 'move' ? reply : undefined}
            hidden={{ from: state }}
            submit="Stand ändern"
          >
            <RadioField
              name="to"
              label="Schritt"
              choices={steps.map(({ to, label, freezes }) => ({
                value: to,
                label,
                ...(freezes ? { hint: 'Der jetzige Inhalt wird als Version festgehalten.' } : {}),
              }))}
            />
            <TextAreaField
              name="reason"
              label="Grund"
              rows={2}
              hint="Zum Beispiel „Beschluss des Kreistags vom 26.09.2019“. Nötig, wenn etwas beschlossen, beendet oder zurückgenommen wird."
            />
          </PortalForm>
        </section>
      )}
      {mayMove && state === 'running' && (
        <section className="mp-sec">
          <h2 className="kern-heading-medium">Aufnahme</h2>
          <PortalForm
            key={`aufnahme-${moves.length}`}
            id="aufnahme"
            schema={intakeForm}
            reply={reply?.form === 'intake' ? reply : undefined}
            initial={{ intake }}
            action="?form=aufnahme"
            submit="Aufnahme ändern"
          >
            <RadioField
              name="intake"
              label="Die Maßnahme ist für neue Personen"
              choices={intakeStates.map((value) => ({ value, label: intakeNames[value] }))}
            />
            <TextAreaField name="intakeReason" label="Grund" rows={2} optional />
          </PortalForm>
        </section>
      )}
      <VersionsPart slug={measure.slug} versions={versions} />
      <MoveHistory
        entries={moves.map((move, index) => ({
          id: String(index),
          at: move.movedAt,
          who: move.movedBy,
          what: moveText(move),
          why: move.reason,
        }))}
        empty="Der Stand wurde noch nicht geändert."
      />
    </Page>
  );
}

function contentText(currentVersion: number | null, hasVersions: boolean): string {
  if (currentVersion !== null) return `Version ${currentVersion}`;
  return hasVersions ? 'seit der letzten Version geändert' : 'Arbeitsstand, noch keine Version';
}

function VersionsPart({
  slug,
  versions,
}: {
  readonly slug: string;
  readonly versions: StatePageProps['versions'];
}) {
  return (
    <section className="mp-sec">
      <h2 className="kern-heading-medium">Versionen</h2>
      {versions.length === 0 ? (
        <p>
          Es gibt noch keine Version. Sie entsteht, sobald die Maßnahme beschlossen wird oder Unterlagen
          freigegeben werden.
        </p>
      ) : (
        <DataTable
          caption="Versionen der Maßnahme"
          captionHidden
          columns={[
            { key: 'no', head: 'Version', cell: ({ no }) => `Version ${no}` },
            {
              key: 'at',
              head: 'Festgehalten',
              cell: (row) => `${formatMoment(row.createdAt)}, ${row.createdBy}`,
            },
            {
              key: 'state',
              head: 'Stand',
              cell: (row) => (isMeasureState(row.state) ? stateNames[row.state] : row.state),
            },
            { key: 'reason', head: 'Anlass', cell: (row) => row.reason },
            {
              key: 'compare',
              head: 'Vergleichen',
              cell: ({ no }) => (
                <>
                  <Link className="mp-a" to={paths.compareMeasure(slug, `von=${no}&bis=heute`)}>
                    mit heute<span className="kern-sr-only">: Version {no}</span>
                  </Link>
                  {no > 1 && (
                    <>
                      {' · '}
                      <Link className="mp-a" to={paths.compareMeasure(slug, `von=${no - 1}&bis=${no}`)}>
                        mit Version {no - 1}
                      </Link>
                    </>
                  )}
                </>
              ),
            },
          ]}
          rows={versions}
          rowKey={({ no }) => String(no)}
        />
      )}
    </section>
  );
}

function moveText({ fromState, toState, fromIntake, toIntake, versionNo }: MeasureMove): string {
  if (fromState === toState) return `Aufnahme: ${intakeNames[fromIntake]} → ${intakeNames[toIntake]}`;
  const version = versionNo === null ? '' : `, Version ${versionNo}`;
  return `${stateNames[fromState]} → ${stateNames[toState]}${version}`;
}

function ComparisonPart({ slug, comparison }: { readonly slug: string; readonly comparison: Comparison }) {
  const { from, to, sections } = comparison;
  return (
    <section className="mp-sec" aria-labelledby="vergleich">
      <h2 className="kern-heading-medium" id="vergleich">
        Vergleich: {from} und {to}
      </h2>
      {sections.length === 0 && <p>Beide sind gleich.</p>}
      {sections.map(({ title, fields }) => (
        <DataTable
          key={title}
          caption={title}
          columns={[
            { key: 'label', head: 'Angabe', cell: ({ label }) => label },
            { key: 'before', head: from, cell: ({ before }) => before ?? 'keine Angabe' },
            { key: 'after', head: to, cell: ({ after }) => after ?? 'keine Angabe' },
          ]}
          rows={fields}
          rowKey={({ label }) => label}
        />
      ))}
      <p>
        <Link className="mp-a" to={paths.measureState(slug)}>
          Vergleich schließen
        </Link>
      </p>
    </section>
  );
}
