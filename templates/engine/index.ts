/**
 * The PDF engine: a Markdoc template and typed data become a tagged, archivable PDF.
 *
 * template text → checked → evaluated over data → document tree → typography →
 * layout → writer (the only code that touches pdfkit).
 *
 * ## The template language
 * Markdown (headings `#` to `###`, paragraphs, `**fett**`, `*kursiv*`, `-` and `1.`
 * lists, `[Text](https://…)`) plus these tags:
 *
 * ```
 * ---
 * version: 1
 * ---
 * # Ausschreibung der Maßnahme „{% $massnahme.name %}“
 *
 * Ab {% day($laufzeit.beginn) %} stehen {% euro($mittel.cents) %} bereit.
 *
 * {% if $standorte %}
 * Die Maßnahme findet statt in:
 *
 * {% each items=$standorte as="standort" %}
 * - {% $standort.name %}
 * {% /each %}
 * {% else /%}
 * Standorte sind noch nicht festgelegt.
 * {% /if %}
 *
 * {% datatable caption="Finanzierung nach Haushaltsjahren" items=$jahre as="jahr" rowHeader=true %}
 * {% column title="Haushaltsjahr" width=2 foot="Summe" %}{% $jahr.jahr %}{% /column %}
 * {% column title="Bedarf" width=3 align="right" foot=euro($summe) %}{% euro($jahr.bedarfCents) %}{% /column %}
 * {% /datatable %}
 *
 * {% facts caption="Kurzprofil" %}
 * {% fact label="Name" %}{% $massnahme.name %}{% /fact %}
 * {% /facts %}
 *
 * {% figure name="ablauf" /%}
 * {% note %} … {% /note %}   {% pagebreak /%}   {% contents /%}
 * {% blank label="Preis in Euro" lines=2 /%}   {% tickbox label="Ja" /%}
 * {% signature role=$amt.unterzeichner place="Musterstadt" /%}
 * ```
 * - `if` takes null, false, '' and the empty list as "no" (0 and a missing value are "yes");
 *   conditions: `equals(a, b)`, `and(…)`, `or(…)`, `not(x)`, `count(list)`.
 * - `euro(cents)`, `day('YYYY-MM-DD')` → 01.12.2019, `list(texts)` → "a, b und c".
 * - `column` and `fact` may stand inside `if` and `each`; a cell may hold paragraphs and lists.
 * - `contents` lists the headings `#` and `##` behind it with their pages; `blank` is room to be
 *   filled in by hand, `tickbox` a box to tick.
 * - `keep=true` at a table keeps it on one page. (`table` itself is a word of Markdoc's own.)
 * - A value is always text: nothing in it is ever read as Markdown or as a tag.
 * - `missing('Beginn der Laufzeit')` in the data prints as a highlighted
 *   "[fehlt: Beginn der Laufzeit]"; null that is printed outside an `if` prints
 *   as "[fehlt: …]" with its path, so that no blank goes unnoticed.
 */
import { checkParsed } from './check';
import type { Block, Document, DocumentMeta, Figure } from './document';
import { evaluateBlocks } from './evaluate';
import { TemplateError, type TemplateFault } from './fault';
import { fingerprint } from './fingerprint';
import { layOut } from './layout';
import { type ParsedTemplate, parseTemplate } from './parse';
import type { DataShape } from './shape';
import { typesetBlocks } from './typography';
import { writePdf } from './writer';

export * from './document';
export { missingIn, plainText } from './plain-text';
export type { DataShape, ShapeOf } from './shape';
export { TemplateError, type TemplateFault } from './fault';

export interface PaperInput {
  /** Name of the template file, for messages and the footer: 'beschlussvorlage.md'. */
  readonly file: string;
  readonly template: string;
  /** A plain object; its fields are the template's variables. */
  readonly data: object;
  readonly figures?: Readonly<Record<string, Figure>>;
  /** Papers that follow it in the same file, each from a new page. */
  readonly parts?: readonly PaperInput[];
  readonly meta: DocumentMeta;
}

/** All faults of a template, sorted by line; an empty list means it can be used. */
export function checkTemplate(
  file: string,
  text: string,
  shape: DataShape,
  figures: readonly string[] = [],
): TemplateFault[] {
  return checkParsed(parseTemplate(file, text), { shape, figures });
}

/** The paper's content without its layout. Throws `TemplateError`. */
export function evaluate(input: PaperInput): Document {
  const figures = input.figures ?? {};
  const template = checkedTemplate(input.file, input.template, Object.keys(figures));

  const version = template.version ? ` · Fassung ${template.version}` : '';
  const parts = (input.parts ?? []).map(evaluate);
  const inputs = {
    data: input.data,
    figures,
    meta: input.meta,
    ...(parts.length > 0 && { parts: parts.map(({ footer }) => footer) }),
  };
  const own = typesetBlocks(evaluateBlocks(template, input.data, figures));
  return {
    ...input.meta,
    language: 'de-DE',
    footer: `Vorlage ${input.file.replace(/\.md$/, '')}${version} · Prüfwert ${fingerprint(input.template, inputs)}`,
    blocks: [...own, ...parts.flatMap(({ blocks }): Block[] => [{ kind: 'pagebreak' }, ...blocks])],
  };
}

/** The same texts come again and again; reading one costs as much as laying out a page. */
const checked = new Map<string, ParsedTemplate>();
const mostChecked = 50;

function checkedTemplate(file: string, text: string, figures: readonly string[]): ParsedTemplate {
  const key = [file, ...figures, text].join('\n');
  const known = checked.get(key);
  if (known) return known;
  const template = parseTemplate(file, text);
  const faults = checkParsed(template, { figures });
  if (faults.length > 0) throw new TemplateError(faults);
  if (checked.size >= mostChecked) checked.clear();
  checked.set(key, template);
  return template;
}

/** The same input gives the same bytes. Throws `TemplateError`. */
export async function renderPdf(input: PaperInput): Promise<Buffer> {
  const document = evaluate(input);
  return writePdf(document, layOut(document));
}
