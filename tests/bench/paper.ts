import { evaluate, renderPdf } from '#templates/engine/index';
import type { Block, Document } from '#templates/engine/index';
import { councilPaperInput } from '~/documents/council-paper/print';
import type { CouncilPaperFacts } from '~/documents/council-paper/rules';
import { readDeliveredTemplate } from '~/documents/templates/files';
import { findChromium } from '../../scripts/support/tools.mjs';
import { caseManagerFacts, withPlan } from '../documents/facts';
import { launchBrowser } from '../support/browser';
import { report, sideBySide } from './measure';

const template = {
  kind: 'beschlussvorlage',
  text: readDeliveredTemplate('beschlussvorlage'),
  version: 0,
} as const;
const origin = 'Beispiel, 2019';
const basis = 'Version 1 der Maßnahme';

/** The council paper against the same content printed by a warm headless Chromium, with new words each time. */
export async function benchPaper(): Promise<{ line: string; ratio: number } | null> {
  if (!findChromium()) return null;
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage();
    const first = await renderPdf(councilPaperInput({ facts: varied(0), origin, basis }, template, false));
    if (!first.subarray(0, 5).equals(Buffer.from('%PDF-'))) throw new Error('The paper is no PDF.');
    const timings = await sideBySide(
      [
        {
          name: 'our engine',
          run: (round) =>
            renderPdf(councilPaperInput({ facts: varied(round), origin, basis }, template, false)),
        },
        {
          name: 'Chromium',
          run: async (round) => {
            const document = evaluate(
              councilPaperInput({ facts: varied(round), origin, basis }, template, false),
            );
            await page.setContent(html(document));
            return await page.pdf({ format: 'A4', tagged: true, outline: true });
          },
        },
      ],
      // A server prints paper after paper: ten in a row, and all code warm.
      { rounds: 12, batch: 10, warmUp: 5 },
    );
    return { line: report(timings), ratio: timings[1].median / timings[0].median };
  } finally {
    await browser.close();
  }
}

const syllables =
  'be ge ver ent zer wohn haus geld rat amt werk tag weg hilf lern stand recht kind sorg pfleg'.split(' ');

/** Words no run has seen before: a cache of measured words must not decide the race. */
function varied(seed: number): CouncilPaperFacts {
  let state = seed * 7919 + 17;
  const next = (bound: number) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state % bound;
  };
  const word = () => Array.from({ length: 2 + next(3) }, () => syllables[next(syllables.length)]).join('');
  const text = (words: number) => `${Array.from({ length: words }, word).join(' ')}.`;
  return withPlan(
    {
      needText: text(120),
      serviceText: text(120),
      stepsText: text(80),
      roomsText: text(40),
      estimateMonthlyCents: 750_000,
      estimateBasis: text(12),
    },
    caseManagerFacts,
  );
}

function html(document: Document): string {
  return `<!doctype html><html lang="de"><title>${escaped(document.title)}</title><body>${document.blocks.map(htmlOf).join('')}</body></html>`;
}

function htmlOf(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `<h${String(block.level)}>${runs(block.runs)}</h${String(block.level)}>`;
    case 'paragraph':
      return `<p>${runs(block.runs)}</p>`;
    case 'list':
      return `<ul>${block.items.map((item) => `<li>${item.map(htmlOf).join('')}</li>`).join('')}</ul>`;
    case 'table':
      return `<table>${[...block.head, ...block.body, ...block.foot].map((row) => `<tr>${row.map((cell) => `<td>${cell.map(htmlOf).join('')}</td>`).join('')}</tr>`).join('')}</table>`;
    case 'facts':
      return `<dl>${block.rows.map((row) => `<dt>${runs(row.label)}</dt><dd>${row.value.map(htmlOf).join('')}</dd>`).join('')}</dl>`;
    case 'figure':
      return `<svg width="${String(block.figure.width)}" height="${String(block.figure.height)}"><title>${escaped(block.figure.alt)}</title>${block.figure.parts.map((part) => (part.kind === 'rect' ? `<rect x="${String(part.x)}" y="${String(part.y)}" width="${String(part.width)}" height="${String(part.height)}" fill="none" stroke="#000"/>` : part.kind === 'text' ? `<text x="${String(part.x)}" y="${String(part.y + 10)}">${escaped(part.text)}</text>` : '')).join('')}</svg>`;
    case 'note':
      return `<aside>${block.blocks.map(htmlOf).join('')}</aside>`;
    case 'signature':
      return `<p>${runs(block.role)}</p>`;
    case 'blank':
    case 'tickbox':
      return `<p>${runs(block.label)}</p>`;
    case 'contents':
    case 'pagebreak':
      return '<hr>';
  }
}

function runs(texts: readonly { readonly text: string }[]): string {
  return escaped(texts.map(({ text }) => text).join(''));
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
