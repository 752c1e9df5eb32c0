import type { Tx } from '#db/as-actor';
import type { PaperInput } from '#templates/engine/index';
import type { GapLink } from './gap-link';
import type { TemplateText } from './templates/store';

/** One paper of one measure, read inside the actor's transaction and ready to be printed. */
export interface LoadedPaper {
  readonly measure: { readonly slug: string; readonly title: string };
  /** What stands between the data and a final paper; empty: it can be printed. */
  readonly gaps: readonly GapLink[];
  /** Everything the engine needs. A draft is marked "Entwurf" and shows its gaps. */
  input(template: TemplateText, isDraft: boolean): PaperInput;
}

/** What the address of a paper asks for, where there is a choice; pages that only list papers ask for nothing. */
export interface AskedPaper {
  readonly query: URLSearchParams;
  /** Sees exact figures, and so those of a year that still runs. */
  readonly maySeeOpen: boolean;
}

/** Reads what a paper is made of; undefined where the actor's authority has no such measure or figures. */
export type PaperLoader = (
  tx: Tx,
  slug: string,
  today: string,
  asked?: AskedPaper,
) => Promise<LoadedPaper | undefined>;
