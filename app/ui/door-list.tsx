import { Link } from '@remix-run/react';

export interface Door {
  readonly to: string;
  readonly label: string;
  /** One sentence: what people do there. */
  readonly purpose: string;
}

/** Where one can go from here, each with what people do there. */
export function DoorList({ doors }: { readonly doors: readonly Door[] }) {
  return (
    <dl className="mp-facts">
      {doors.map((door) => (
        <DoorRow key={door.to} {...door} />
      ))}
    </dl>
  );
}

function DoorRow({ to, label, purpose }: Door) {
  return (
    <>
      <dt>
        <Link className="mp-a" to={to}>
          {label}
        </Link>
      </dt>
      <dd>{purpose}</dd>
    </>
  );
}
