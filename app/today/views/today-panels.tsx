import { Link } from '@remix-run/react';
import type { TodayPanel } from '../row';

/** What one wants to know beside the list: load, free places, who waits. */
export function TodayPanels({ panels }: { readonly panels: readonly TodayPanel[] }) {
  return panels.map(({ key, title, meter, figures, note }) => (
    <section key={key} className="mp-panel">
      <h2 className="kern-heading-small">{title}</h2>
      {meter && <Meter {...meter} />}
      {figures.length > 0 && (
        <dl className="mp-facts mp-facts--tight">
          {figures.map(({ label, value, to }) => (
            <Figure key={label} label={label} value={value} to={to} />
          ))}
        </dl>
      )}
      {note !== null && <p className="mp-small">{note}</p>}
    </section>
  ));
}

function Meter({ text, part, whole }: NonNullable<TodayPanel['meter']>) {
  const percent = whole > 0 ? Math.min(100, (100 * part) / whole) : 100;
  return (
    <>
      <p className="mp-small">{text}</p>
      <svg className="mp-meter" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
        <rect className="bg" width="100" height="8" rx="1" />
        <rect className="fg" width={percent.toFixed(1)} height="8" rx="1" />
      </svg>
    </>
  );
}

function Figure({ label, value, to }: TodayPanel['figures'][number]) {
  return (
    <>
      <dt>
        {to === null ? (
          label
        ) : (
          <Link className="mp-a" to={to}>
            {label}
          </Link>
        )}
      </dt>
      <dd>{value}</dd>
    </>
  );
}
