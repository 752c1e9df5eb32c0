import type { DocumentMeta } from '#templates/engine/index';
import { formatDay } from '~/values/calendar';

/** What the letterhead and the file's properties are made of. */
export interface Head {
  readonly authority: { readonly name: string; readonly office: string | null };
  /** Title of the file. */
  readonly title: string;
  /** What kind of paper it is, e.g. "Kurzprofil". */
  readonly kind: string;
  /** Which version of the measure it shows; null where it shows many. */
  readonly version: string | null;
  /** 'persönlich': a letter to one person; 'vertraulich': a report about one. */
  readonly confidentiality: 'öffentlich' | 'intern' | 'persönlich' | 'vertraulich';
  /** 'YYYY-MM-DD' */
  readonly date: string;
  readonly isDraft: boolean;
}

/** Source: documents.md § 0. */
export function paperMeta(head: Head): DocumentMeta {
  const { authority, title, kind, version, confidentiality, date, isDraft } = head;
  return {
    title,
    author: authority.name,
    header: {
      left: [authority.name, ...(authority.office ? [authority.office] : [])],
      right: [kind, ...(version === null ? [] : [version]), formatDay(date), confidentiality],
    },
    draft: isDraft,
    createdAt: date,
  };
}

/** "Version 2 der Maßnahme", or that nothing was decided yet. */
export function versionText(no: number | null, contentVersion: number): string {
  return no === null
    ? `nicht beschlossen, Bearbeitungsstand ${String(contentVersion)}`
    : `Version ${String(no)} der Maßnahme`;
}
