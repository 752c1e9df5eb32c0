/**
 * What a step of the profile form asks for. One description of a field gives its check,
 * its input, its text in conflicts and comparisons: a key of the profile is added in one place.
 *
 * Names are paths in the profile: 'carrier.name', 'portal.sessions.count'.
 */
interface Named {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
}

export type PlainFieldSpec = Named &
  (
    | { readonly kind: 'text'; readonly max?: number; readonly needed?: string }
    | { readonly kind: 'longText' }
    /** A list of short texts, one a line. */
    | { readonly kind: 'lines' }
    | { readonly kind: 'count' }
    /** "19,5" */
    | { readonly kind: 'decimal' }
    | { readonly kind: 'percent' }
    /** Euros in the profile, typed as Germans type them. */
    | { readonly kind: 'euro' }
    /** A number where one is meant, else the words: "43", "2/3", "höchstens 75 %". */
    | { readonly kind: 'numberOrText'; readonly needed?: string }
    /** A day, a month or a year: as exact as it is known. */
    | { readonly kind: 'sourceDay' }
    | { readonly kind: 'day'; readonly needed?: string }
    | { readonly kind: 'yesNo' }
    | {
        readonly kind: 'choice';
        readonly choices: Readonly<Record<string, string>>;
        readonly needed?: string;
      }
    | { readonly kind: 'several'; readonly choices: Readonly<Record<string, string>> }
  );

export type RowsFieldSpec = Named & {
  readonly kind: 'rows';
  /** What one row is, in the singular. */
  readonly row: string;
  readonly sortable?: boolean;
  readonly fields: readonly PlainFieldSpec[];
};

/** Fields that belong together; has no name of its own in the profile. */
interface GroupSpec {
  readonly kind: 'group';
  readonly legend: string;
  readonly hint?: string;
  readonly fields: readonly PlainFieldSpec[];
}

export type FieldSpec = PlainFieldSpec | RowsFieldSpec | GroupSpec;

/** One step of the profile form. */
export interface ProfileSection {
  readonly slug: string;
  readonly title: string;
  readonly fields: readonly FieldSpec[];
}

/** All fields that hold a value, rows as one field. */
export function valueFields(specs: readonly FieldSpec[]): (PlainFieldSpec | RowsFieldSpec)[] {
  return specs.flatMap((spec): readonly (PlainFieldSpec | RowsFieldSpec)[] =>
    spec.kind === 'group' ? spec.fields : [spec],
  );
}
