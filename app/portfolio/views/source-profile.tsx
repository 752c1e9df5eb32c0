import { Alert, DataTable, Facts, NotStated } from '~/ui/data';
import { describeTerm } from '~/values/calendar';
import type { MeasureSource } from '../source';
import { sourceWarnings } from '../source-warnings';
import {
  carrierTypeNames,
  formatSourceNumber,
  formatSourcePeriod,
  implementationNames,
  kindNames,
} from '../words';
import { Part, Statements, yesOrNo } from './source-parts';

interface Props {
  readonly source: MeasureSource;
}

/** What the measure is, for whom, when, how long and where. */
export function SourceProfile({ source }: Props) {
  return (
    <>
      <Part id="kurzprofil">
        <Facts
          facts={[
            { label: 'Art', value: kindNames[source.kind] },
            { label: 'Ursprünglicher Träger', value: source.carrier.name },
            { label: 'Art des Trägers', value: source.carrier.type && carrierTypeNames[source.carrier.type] },
            {
              label: 'Umsetzung',
              value: source.implementation && implementationNames[source.implementation],
            },
            { label: 'Teilnahme freiwillig', value: yesOrNo(source.voluntary) },
            { label: 'Wochenstunden', value: source.weeklyHours },
            { label: 'Kontakte', value: source.contactRhythm },
          ]}
        />
      </Part>
      <Part id="zielgruppe">
        <p className="mp-lead">{source.targetGroup ?? <NotStated />}</p>
        <Statements of={source.targetCriteria} />
      </Part>
      <Runtime source={source} />
      <Part id="teilnahmedauer">
        <Facts
          facts={[
            { label: 'Üblich', value: months(source.individualDuration.typicalMonths) },
            { label: 'Mindestens', value: months(source.individualDuration.minMonths) },
            { label: 'Höchstens', value: months(source.individualDuration.maxMonths) },
            { label: 'Anwesenheitstage', value: numberOf(source.individualDuration.attendanceDays) },
            { label: 'Hinweis', value: source.individualDuration.note },
          ]}
        />
      </Part>
      <Part id="plaetze">
        {source.places.length > 0 && (
          <DataTable
            caption="Plätze je Ort"
            captionHidden
            fit
            columns={[
              { key: 'site', head: 'Ort', cell: ({ site }) => site ?? <NotStated /> },
              {
                key: 'count',
                head: 'Plätze',
                numeric: true,
                cell: ({ count }) => numberOf(count) ?? <NotStated />,
              },
            ]}
            rows={source.places}
            rowKey={(place) => String(source.places.indexOf(place))}
          />
        )}
        <Facts facts={[{ label: 'Plätze insgesamt', value: numberOf(source.placesTotal) }]} />
      </Part>
      <Part id="personal">
        <Facts
          facts={[
            { label: 'Schlüssel', value: source.staffing.ratio },
            { label: 'Vollzeitstellen', value: numberOf(source.staffing.fte) },
            { label: 'Hinweis', value: source.staffing.note },
          ]}
        />
      </Part>
    </>
  );
}

function Runtime({ source }: Props) {
  const { period, extensionOptions } = source;
  const warnings = sourceWarnings(source);
  return (
    <Part id="laufzeit">
      {warnings.length > 0 && (
        <Alert kind="warning" title="Die Zeiten der Quelle passen nicht zusammen">
          {warnings.map((warning) => (
            <p key={warning}>{warning}</p>
          ))}
        </Alert>
      )}
      <Facts
        facts={[
          { label: 'Laufzeit', value: formatSourcePeriod(period) },
          { label: 'Dauer', value: lengthOf(period.start, period.end) },
          { label: 'Unbefristet', value: yesOrNo(period.openEnded) },
          { label: 'Hinweis', value: period.note },
          ...(extensionOptions.length === 0 ? [{ label: 'Verlängerung', value: null }] : []),
          ...extensionOptions.map((option, index) => ({
            label: extensionOptions.length === 1 ? 'Verlängerung' : `Verlängerung ${index + 1}`,
            value: <ExtensionOption option={option} />,
          })),
        ]}
      />
    </Part>
  );
}

function ExtensionOption({ option }: { readonly option: MeasureSource['extensionOptions'][number] }) {
  const length = option.months === null ? lengthOf(option.from, option.to) : months(option.months);
  return (
    <>
      {formatSourcePeriod({ start: option.from, end: option.to, openEnded: null }) ?? <NotStated />}
      {length && ` (${length})`}
      <br />
      Bedingung: {option.condition ?? <NotStated />}
    </>
  );
}

/** Computed from the days, both inclusive; null where the source is not exact to the day. */
function lengthOf(start: string | null, end: string | null): string | null {
  if (start?.length !== 10 || end?.length !== 10 || end < start) return null;
  return describeTerm(start, end);
}

function months(count: number | null): string | null {
  return count === null ? null : count === 1 ? '1 Monat' : `${formatSourceNumber(count)} Monate`;
}

function numberOf(value: number | null): string | null {
  return value === null ? null : formatSourceNumber(value);
}
