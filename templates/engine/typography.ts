/** Sets German texts as a typesetter would: what belongs together stays on one line. */
import type { Block, Cell, Run } from './document';

const space = '\u00a0';
const months = 'Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember';
const units =
  '€|EUR|Euro|Cent|%|Uhr|km|m²|Std\\.|Monate?n?|Jahre?n?|Tage?n?|Wochen?|Stunden?|Plätzen?|Plätze';

/** Each rule joins what its pattern finds; `$1` and the like stay, the space becomes a no-break one. */
const rules: readonly (readonly [RegExp, string])[] = [
  // § 16a Abs. 2 Satz 1 Nr. 3 SGB II
  [/(§§?) (?=\S|$)/g, `$1${space}`],
  [
    /\b(Abs\.|Absatz|Nr\.|Nrn\.|Nummer|Satz|Art\.|Artikel|Buchst\.|Anlage|Seite|Produkt) (?=[\dIVXa-z])/g,
    `$1${space}`,
  ],
  [/(\d[a-z]?) (?=ff?\.)/g, `$1${space}`],
  [/\b(SGB) (?=[IVX])/g, `$1${space}`],
  // § 45 SGB III, § 112 Abs. 2 NKomVG
  [/(\d[a-z]?) (?=(?:SGB|NKomVG|KomHKVO|BHO|LHO|GWB|VgV|UVgO|UStG|BGB|GO|KV)\b)/g, `$1${space}`],
  // z. B., also when typed as "z.B."
  [/\b(z|d|u|o|s|i|v) ?\. ?(?=(?:B|h|a|g|o|H|T|U)\.)/g, `$1.${space}`],
  [/\bi\. ?(d|V)\. ?(R|m)\./g, `i.${space}$1.${space}$2.`],
  [/\b(Dr\.|Prof\.|Hr\.|Fr\.|ca\.|rd\.) (?=\S)/g, `$1${space}`],
  // 7.500,00 €, 1. Dezember 2019, 13 Monate
  [new RegExp(`(\\d(?:\\.|,-|,–)?) (?=(?:${units})(?![\\p{L}\\d]))`, 'gu'), `$1${space}`],
  [new RegExp(`(\\d\\.) (?=(?:${months})\\b)`, 'g'), `$1${space}`],
  // no dash at the beginning of a line
  [/(\S) (?=– )/g, `$1${space}`],
  // a minus sign is not a hyphen
  [/(^|[\s(])-(?=\d)/g, '$1\u2212'],
];

export function typeset(text: string): string {
  return rules.reduce((set, [pattern, replacement]) => set.replace(pattern, replacement), text);
}

export function typesetBlocks(blocks: readonly Block[]): Block[] {
  return blocks.map(typesetBlock);
}

function typesetRuns(runs: readonly Run[]): Run[] {
  return runs.map((run) => ({ ...run, text: typeset(run.text) }));
}

function typesetBlock(block: Block): Block {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return { ...block, runs: typesetRuns(block.runs) };
    case 'list':
      return { ...block, items: block.items.map(typesetBlocks) };
    case 'note':
      return { ...block, blocks: typesetBlocks(block.blocks) };
    case 'signature':
      return { ...block, role: typesetRuns(block.role), place: typesetRuns(block.place) };
    case 'table': {
      const rows = (cells: readonly (readonly Cell[])[]) => cells.map((row) => row.map(typesetBlocks));
      const caption = block.caption === undefined ? {} : { caption: typeset(block.caption) };
      return { ...block, ...caption, head: rows(block.head), body: rows(block.body), foot: rows(block.foot) };
    }
    case 'facts': {
      const rows = block.rows.map((row) => ({
        label: typesetRuns(row.label),
        value: typesetBlocks(row.value),
      }));
      return { ...block, ...(block.caption === undefined ? {} : { caption: typeset(block.caption) }), rows };
    }
    case 'figure': {
      const parts = block.figure.parts.map((part) =>
        part.kind === 'text' ? { ...part, text: typeset(part.text) } : part,
      );
      return { ...block, figure: { ...block.figure, parts } };
    }
    case 'blank':
    case 'tickbox':
      return { ...block, label: typesetRuns(block.label) };
    case 'pagebreak':
    case 'contents':
      return block;
  }
}
