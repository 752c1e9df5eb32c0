import { oneTimeLinkHours } from '../rules';

interface Props {
  readonly displayName: string;
  /** Whole address; shown this once and stored nowhere. */
  readonly link: string;
}

/** The one time an administrator sees a one-time link. */
export function LinkNotice({ displayName, link }: Props) {
  return (
    <div className="kern-alert kern-alert--success" role="group" aria-labelledby="einmal-link-titel">
      <div className="kern-alert__header">
        <span className="kern-icon kern-icon--success" aria-hidden="true" />
        <h2 className="kern-title" id="einmal-link-titel">
          Einmal-Link für {displayName}
        </h2>
      </div>
      <div className="kern-alert__body">
        <p>
          Geben Sie diesen Link auf sicherem Weg weiter. Er steht nur jetzt hier, gilt {oneTimeLinkHours}{' '}
          Stunden und für ein einziges Mal.
        </p>
        <label className="kern-label" htmlFor="einmal-link">
          Einmal-Link
        </label>
        <input className="kern-form-input__input" id="einmal-link" readOnly value={link} />
      </div>
    </div>
  );
}
