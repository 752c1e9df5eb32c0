import { SavedMessage } from '~/ui/form/error-summary';
import { oneTimeLinkHours } from '../rules';

interface Props {
  readonly displayName: string;
  /** Whole address; shown this once and stored nowhere. */
  readonly link: string;
}

/** The one time an administrator sees a one-time link. */
export function LinkNotice({ displayName, link }: Props) {
  return (
    <SavedMessage message={`Einmal-Link für ${displayName}`}>
      <div className="mp-form mp-stack">
        <p className="mp-lead">
          Geben Sie diesen Link auf sicherem Weg weiter. Er steht nur jetzt hier, gilt {oneTimeLinkHours}{' '}
          Stunden und für ein einziges Mal.
        </p>
        <div className="kern-form-input">
          <label className="kern-label" htmlFor="einmal-link">
            Einmal-Link
          </label>
          <input
            className="kern-form-input__input mp-wide"
            id="einmal-link"
            readOnly
            value={link}
            onFocus={(event) => event.target.select()}
          />
        </div>
      </div>
    </SavedMessage>
  );
}
