/** When something is to be done. All days 'YYYY-MM-DD'. */
export type When =
  /** Last day for it. */
  | { readonly kind: 'by'; readonly day: string }
  /** It happens on that day, whatever anybody does, and is prepared before. */
  | { readonly kind: 'on'; readonly day: string }
  /** It has no last day, but somebody waits for it since that day. */
  | { readonly kind: 'awaited'; readonly since: string }
  /** Nobody waits: a draft that was left, something to know. */
  | { readonly kind: 'open'; readonly since: string };

/** Something to do, and where it is done. */
export interface TodayRow {
  /** Once on the page. */
  readonly key: string;
  /** Person, contract, measure: what it is about. */
  readonly about: string;
  /** Client whose name is put before `about`, for those who see it. */
  readonly clientId?: string;
  /** "Überprüfung nach 12 Monaten dokumentieren" */
  readonly what: string;
  /** Second line under `what`. */
  readonly detail: string | null;
  /** Text of the link: "Dokumentieren". */
  readonly verb: string;
  readonly to: string;
  readonly when: When;
}

/** One box beside the list. */
export interface TodayPanel {
  readonly key: string;
  readonly title: string;
  /** How much of something is taken; drawn as a bar. */
  readonly meter: { readonly text: string; readonly part: number; readonly whole: number } | null;
  readonly figures: readonly PanelFigure[];
  /** A sentence under it. */
  readonly note: string | null;
}

interface PanelFigure {
  readonly label: string;
  readonly value: string;
  /** Where the label leads; null: it is no link. */
  readonly to: string | null;
}

/** How many rows of one kind are asked for; more than one person can do in a month. */
export const mostOfAKind = 100;
