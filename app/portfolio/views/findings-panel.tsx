import { Link } from '@remix-run/react';
import { fieldId } from '~/ui/form/field-id';
import { Badge } from '~/ui/data';
import { paths } from '~/ui/paths';
import type { Finding, FindingKind } from '../findings';

interface Props {
  readonly slug: string;
  readonly findings: readonly Finding[];
  /** Those who may not edit read where a thing comes from, without a link to the field. */
  readonly mayEdit?: boolean;
}

const badges: Readonly<Record<FindingKind, { kind: 'danger' | 'warning' | 'info'; text: string }>> = {
  stop: { kind: 'danger', text: 'Hindernis' },
  warning: { kind: 'warning', text: 'Prüfen' },
  advice: { kind: 'info', text: 'Hinweis' },
};

/** What plausibility says about a profile, each with its source and the way to the field. */
export function FindingsPanel({ slug, findings, mayEdit = true }: Props) {
  if (findings.length === 0) return null;
  return (
    <section className="mp-panel">
      <h2 className="kern-heading-small">Prüfung</h2>
      <ul className="mp-docs">
        {findings.map((finding, index) => (
          <li key={index}>
            <Badge kind={badges[finding.kind].kind}>{badges[finding.kind].text}</Badge>
            <span>{finding.sentence.replaceAll('§ ', '§\u00a0')}</span>
            <small>
              {finding.source}
              {mayEdit && (
                <>
                  {' · '}
                  <Link
                    className="mp-a"
                    to={`${paths.editMeasure(slug, finding.section)}#${fieldId(finding.field)}`}
                  >
                    Zum Feld
                    <span className="kern-sr-only">: {finding.sentence}</span>
                  </Link>
                </>
              )}
            </small>
          </li>
        ))}
      </ul>
    </section>
  );
}
