import type { Role } from '~/identity/roles';

/** One thing a paper still needs, ready for a page: what it is and where it is entered. */
export interface GapLink {
  readonly label: string;
  /** What a rule says against an entry; null for what is merely missing. */
  readonly sentence: string | null;
  /** Null: who reads this may not enter it. */
  readonly to: string | null;
  /** Who may enter it; without it the district administration. */
  readonly editors?: readonly Role[];
}

/** The same gaps, without the ways that are closed to these roles. */
export function gapsFor(roles: readonly Role[], gaps: readonly GapLink[]): GapLink[] {
  return gaps.map(({ editors = ['districtOfficer'], ...gap }) =>
    editors.some((role) => roles.includes(role)) ? gap : { ...gap, to: null },
  );
}
