import { regimeNames } from '~/budget/finding-text';
import { typedFrom, type TypedValues } from '~/ui/form/typed-values';
import { conflictSentences } from '~/ui/form/save-conflict';
import { dayText } from '~/ui/fields';
import { formatDay } from '~/values/calendar';
import type { AuthorityChange, AuthorityFinding, AuthoritySettings } from './authority';
import { stateNames } from './states';

/** The fields of the settings page as texts, the way the form shows and sends them. */
export function typedAuthority(
  settings: Omit<AuthorityChange, 'regimeFrom'> & { regimeFrom?: string | null },
): TypedValues {
  const { name, office, street, postcode, town, state, signatureRole, regime, regimeFrom, committees } =
    settings;
  return typedFrom({
    name,
    office,
    street,
    postcode,
    town,
    state,
    signatureRole,
    regime,
    regimeFrom: dayText(regimeFrom),
    committees: committees.map(({ id, name, task, isPublic }) => ({
      id,
      name,
      task,
      session: isPublic ? 'public' : 'closed',
    })),
  });
}

/** What a refused save answers: sentences above the form, faults at fields, the version to save again with. */
export interface AuthorityRefusal {
  readonly findings: readonly string[];
  readonly errors: Readonly<Record<string, string>>;
  readonly version: string;
}

/** After a conflict the answer carries the new version: the person has seen both values then. */
export function authorityRefusal(
  findings: readonly AuthorityFinding[],
  change: AuthorityChange,
  version: string,
): AuthorityRefusal {
  const conflict = findings.find((finding) => finding.code === 'savedMeanwhile');
  if (conflict) {
    const sentences = conflictOf(conflict.current, change);
    return { findings: sentences, errors: {}, version: String(conflict.current.version) };
  }
  const refusal = { findings: [] as string[], errors: {} as Record<string, string>, version };
  for (const finding of findings) {
    if (finding.code === 'savedMeanwhile') continue;
    const { field, sentence } = sentenceOf(finding);
    if (field) refusal.errors[field] = sentence;
    else refusal.findings.push(sentence);
  }
  return refusal;
}

function sentenceOf(finding: Exclude<AuthorityFinding, { code: 'savedMeanwhile' }>) {
  switch (finding.code) {
    case 'regimeFromMissing':
      return {
        field: 'regimeFrom',
        sentence: 'Geben Sie den Tag ein, ab dem das gewählte Haushaltsrecht gilt.',
      };
    case 'regimeUnchanged':
      return {
        field: 'regimeFrom',
        sentence: `Dieses Haushaltsrecht gilt schon seit dem ${formatDay(finding.since)}. Leeren Sie das Feld oder wählen Sie das andere.`,
      };
    case 'regimeFromTooEarly':
      return {
        field: 'regimeFrom',
        sentence: `Ab dem ${formatDay(finding.earliest)} ist schon ein Haushaltsrecht eingetragen. Geben Sie einen Tag ab ${formatDay(finding.earliest)} ein.`,
      };
    case 'committeeInUse':
      return {
        field: null,
        sentence: `„${finding.committee}“ kann nicht entfernt werden: Vorlagen nennen das Gremium (${finding.measures.join(', ')}). Ändern Sie zuerst die Beratungsfolge und die Auswertung dieser Maßnahmen.`,
      };
  }
}

const labels: Readonly<Record<string, string>> = {
  name: 'Name der Behörde',
  office: 'Amt',
  street: 'Straße und Hausnummer',
  postcode: 'Postleitzahl',
  town: 'Ort',
  state: 'Land',
  signatureRole: 'Funktion der unterzeichnenden Person',
  regime: 'Haushaltsrecht',
  regimeFrom: 'Gilt ab',
};

const words: Readonly<Record<string, string>> = {
  ...stateNames,
  advises: 'berät',
  decides: 'entscheidet',
  public: 'öffentlich',
  closed: 'nicht öffentlich',
  ...regimeNames,
};

function conflictOf(current: AuthoritySettings, change: AuthorityChange): string[] {
  const visible = (typed: TypedValues) =>
    Object.fromEntries(Object.entries(typed).filter(([name]) => !name.endsWith('.id')));
  return conflictSentences(visible(typedAuthority(current)), visible(typedAuthority(change)), {
    label: (name) => {
      const [, index, column] = /^committees\.(\d+)\.(\w+)$/.exec(name) ?? [];
      if (!index) return labels[name] ?? name;
      const columns: Record<string, string> = { name: 'Name', task: 'Aufgabe', session: 'Sitzung' };
      return `Gremium ${Number(index) + 1}, ${columns[column ?? ''] ?? ''}`;
    },
    value: (_name, text) => words[text] ?? text,
  });
}
