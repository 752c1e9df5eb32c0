/** One thing a paper still needs, ready for a page: what it is and where it is entered. */
export interface GapLink {
  readonly label: string;
  /** What a rule says against an entry; null for what is merely missing. */
  readonly sentence: string | null;
  readonly to: string;
}
