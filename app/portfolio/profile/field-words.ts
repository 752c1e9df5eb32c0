import type { FieldWords } from '~/ui/form/save-conflict';
import { type PlainFieldSpec, valueFields } from './field-spec';
import { type ProfileSectionSlug, profileSection } from './sections';

interface Found {
  readonly label: string;
  readonly spec: PlainFieldSpec | null;
}

/** Names of the fields of a step and their texts, for conflicts and comparisons. */
export function profileWords(slug: ProfileSectionSlug): FieldWords {
  const fields = valueFields(profileSection(slug).fields);
  const find = (name: string): Found => {
    for (const spec of fields) {
      if (name === spec.name) return { label: spec.label, spec: spec.kind === 'rows' ? null : spec };
      if (!name.startsWith(`${spec.name}.`)) continue;
      const rest = name.slice(spec.name.length + 1);
      if (spec.kind === 'several') return { label: `${spec.label}: ${spec.choices[rest] ?? rest}`, spec };
      if (spec.kind !== 'rows') continue;
      const [index = '', ...key] = rest.split('.');
      const inner = spec.fields.find((field) => field.name === key.join('.'));
      const row = `${spec.row} ${String(Number(index) + 1)}`;
      return { label: inner ? `${row}, ${inner.label}` : row, spec: inner ?? null };
    }
    return { label: name, spec: null };
  };
  return {
    label: (name) => find(name).label,
    value: (name, text) => {
      const { spec } = find(name);
      if (spec?.kind === 'choice') return spec.choices[text] ?? text;
      if (spec?.kind === 'yesNo') return text === 'ja' ? 'Ja' : 'Nein';
      return text === 'on' ? 'gewählt' : text;
    },
  };
}
