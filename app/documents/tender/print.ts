import type { Tx } from '#db/as-actor';
import { type PaperInput, renderPdf } from '#templates/engine/index';
import { gapsOf, type TenderGap, tenderGaps, type TenderPaper, tenderPapers } from '~/procurement/rules/gaps';
import { profileWordingGaps } from '~/procurement/rules/profile-wording';
import { factsOf, findPreparation, findSecrets } from '~/procurement/store';
import { formatDay } from '~/values/calendar';
import { documentTitle } from '../kinds';
import type { PaperLoader } from '../paper';
import { templateFile } from '../templates/files';
import { findTemplate, type TemplateText } from '../templates/store';
import { tenderGapLink } from './links';
import { type PaperFacts, tenderProfile } from './participation';
import { tenderData } from './template-data';

/** The five papers and, in one file, all of them. */
export const tenderKinds = [...tenderPapers, 'vergabeunterlagen'] as const;
export type TenderKind = (typeof tenderKinds)[number];

/** The templates of all tender papers: the set prints the five behind its own. */
export type TenderTemplates = Readonly<Record<TenderKind, TemplateText>>;

export interface TenderPrint {
  /** Day of the papers, 'YYYY-MM-DD'; rules are looked up for it. */
  readonly date: string;
  readonly isDraft: boolean;
  /** What the footer says the papers were made from. */
  readonly basis: string;
}

/** In the footer of everything that nobody released. */
const workingCopy = 'Arbeitsstand, nicht freigegeben';

/** Everything the engine needs for one of the papers, or for all in one file. */
export function tenderInput(
  kind: TenderKind,
  facts: PaperFacts,
  templates: TenderTemplates,
  print: TenderPrint,
): PaperInput {
  const { authority, measure } = facts;
  const title = documentTitle(kind);
  const own: PaperInput = {
    file: templateFile(kind),
    template: templates[kind].text,
    data: tenderData(facts, print.date),
    meta: {
      title: `${title} zur Maßnahme „${measure.title}“`,
      author: authority.name,
      header: {
        left: [authority.name, ...(authority.office ? [authority.office] : [])],
        right: [title, formatDay(print.date), 'Unterlage für Bieter'],
      },
      draft: print.isDraft,
      createdAt: print.date,
      basis: print.basis,
    },
  };
  if (kind !== 'vergabeunterlagen') return own;
  return { ...own, parts: tenderPapers.map((paper) => tenderInput(paper, facts, templates, print)) };
}

/** All papers and the set as files, in their order: a working copy, or a draft with its gaps. */
export async function printTender(
  facts: PaperFacts,
  templates: TenderTemplates,
  print: Omit<TenderPrint, 'basis'> & { readonly basis?: string },
): Promise<{ readonly kind: TenderKind; readonly content: Buffer }[]> {
  const files: { kind: TenderKind; content: Buffer }[] = [];
  for (const kind of tenderKinds) {
    const input = tenderInput(kind, facts, templates, { basis: workingCopy, ...print });
    files.push({ kind, content: await renderPdf(input) });
  }
  return files;
}

export async function findTenderTemplates(tx: Tx): Promise<TenderTemplates> {
  const found = await Promise.all(tenderKinds.map(async (kind) => [kind, await findTemplate(tx, kind)]));
  return Object.fromEntries(found) as TenderTemplates;
}

interface TenderSource {
  readonly facts: PaperFacts;
  readonly gaps: readonly TenderGap[];
}

/** What the papers are made of, and what stands between them and a release. */
export async function findTender(tx: Tx, slug: string, today: string): Promise<TenderSource | undefined> {
  const prepared = await findPreparation(tx, slug, today);
  if (!prepared) return undefined;
  const facts = { ...factsOf(prepared), profile: tenderProfile(prepared.measure.content) };
  const secrets = await findSecrets(tx, prepared);
  return {
    facts,
    gaps: [
      ...tenderGaps(facts, secrets, today),
      ...profileWordingGaps(prepared.measure.content, facts, secrets, today),
    ],
  };
}

/** A page that lists all papers asks six times within one transaction: the answer is the same. */
const asked = new WeakMap<Tx, Map<string, ReturnType<typeof findTender>>>();

function findOnce(tx: Tx, slug: string, today: string): ReturnType<typeof findTender> {
  const answers = asked.get(tx) ?? new Map<string, ReturnType<typeof findTender>>();
  asked.set(tx, answers);
  const answer = answers.get(slug) ?? findTender(tx, slug, today);
  answers.set(slug, answer);
  return answer;
}

/** Reads one kind of tender paper as a working copy; the set stands and falls with all papers. */
export function tenderLoader(kind: TenderKind): PaperLoader {
  return async (tx, slug, today) => {
    const source = await findOnce(tx, slug, today);
    if (!source) return undefined;
    const { facts, gaps } = source;
    const templates = kind === 'vergabeunterlagen' ? await findTenderTemplates(tx) : null;
    const paper = kind === 'vergabeunterlagen' ? undefined : (kind satisfies TenderPaper);
    return {
      measure: { slug, title: facts.measure.title },
      gaps: gapsOf(gaps, paper).map((gap) => tenderGapLink(slug, gap)),
      input: (template, isDraft) =>
        tenderInput(kind, facts, withTemplate(templates, kind, template), {
          date: today,
          isDraft,
          basis: workingCopy,
        }),
    };
  };
}

/** One paper needs its own template alone. */
function withTemplate(
  templates: TenderTemplates | null,
  kind: TenderKind,
  template: TemplateText,
): TenderTemplates {
  const all =
    templates ?? (Object.fromEntries(tenderKinds.map((each) => [each, template])) as TenderTemplates);
  return { ...all, [kind]: template };
}
