/** Reading a document tree as text: for tests, and to see what a draft still lacks. */
import type { Block, Document, Run } from './document';

/** One line per paragraph, list item or cell, in reading order. */
export function plainText(document: Document): string {
  return document.blocks.flatMap(linesOf).join('\n');
}

/** The highlighted "[fehlt: …]" of a paper, each once, in reading order. */
export function missingIn(document: Document): string[] {
  const found = document.blocks.flatMap(runsOf).filter((run) => run.missing);
  return [...new Set(found.map((run) => run.text))];
}

function textOf(runs: readonly Run[]): string {
  return runs.map((run) => run.text).join('');
}

function linesOf(block: Block): string[] {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return [textOf(block.runs)];
    case 'list':
      return block.items.flat().flatMap(linesOf);
    case 'table': {
      const rows = [...block.head, ...block.body, ...block.foot];
      return [...(block.caption ? [block.caption] : []), ...rows.flat(2).flatMap(linesOf)];
    }
    case 'facts': {
      const rows = block.rows.flatMap((row) => [textOf(row.label), ...row.value.flatMap(linesOf)]);
      return block.caption ? [block.caption, ...rows] : rows;
    }
    case 'figure':
      return [block.figure.alt, ...(block.figure.caption ? [block.figure.caption] : [])];
    case 'signature':
      return [textOf(block.place), textOf(block.role)];
    case 'note':
      return block.blocks.flatMap(linesOf);
    case 'blank':
    case 'tickbox':
      return [textOf(block.label)];
    case 'pagebreak':
    case 'contents':
      return [];
  }
}

function runsOf(block: Block): readonly Run[] {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return block.runs;
    case 'list':
      return block.items.flat().flatMap(runsOf);
    case 'table':
      return [...block.head, ...block.body, ...block.foot].flat(2).flatMap(runsOf);
    case 'facts':
      return block.rows.flatMap((row) => [...row.label, ...row.value.flatMap(runsOf)]);
    case 'signature':
      return [...block.place, ...block.role];
    case 'note':
      return block.blocks.flatMap(runsOf);
    case 'blank':
    case 'tickbox':
      return block.label;
    case 'figure':
    case 'pagebreak':
    case 'contents':
      return [];
  }
}
