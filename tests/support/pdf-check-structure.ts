/** The structure tree: what a screen reader is told. */
import type { TaggedContent } from './pdf-check-content';
import { nameOf, type PdfDict, type PdfObjects, type PdfValue } from './pdf-file';

/** Structure types that may stand below each of the strict ones (ISO 32000-1, 14.8.4). */
const children: Readonly<Record<string, readonly string[]>> = {
  L: ['Caption', 'L', 'LI'],
  LI: ['Lbl', 'LBody'],
  Table: ['Caption', 'THead', 'TBody', 'TFoot', 'TR'],
  THead: ['TR'],
  TBody: ['TR'],
  TFoot: ['TR'],
  TR: ['TH', 'TD'],
};
/** The only types that may stand around these. */
const parents: Readonly<Record<string, readonly string[]>> = {
  LI: ['L'],
  Lbl: ['LI', 'Note'],
  LBody: ['LI'],
  TR: ['Table', 'THead', 'TBody', 'TFoot'],
  TH: ['TR'],
  TD: ['TR'],
  THead: ['Table'],
  TBody: ['Table'],
  TFoot: ['Table'],
};
const standard = new Set(
  `Document Part Art Sect Div BlockQuote Caption TOC TOCI Index P H1 H2 H3 H4 H5 H6 L LI Lbl LBody
   Table TR TH TD THead TBody TFoot Span Quote Note Reference Link Annot Figure Formula Form`.split(/\s+/),
);

interface Element {
  readonly tag: string;
  readonly dict: PdfDict;
  readonly kids: readonly Element[];
  /** Page reference and content number. */
  readonly contents: readonly { page: string; mcid: number }[];
  readonly annotations: readonly { page: string; annotation: string }[];
}

export function checkStructure(pdf: PdfObjects, tagged: TaggedContent): string[] {
  const top = pdf.list(pdf.dict(pdf.catalogue['/StructTreeRoot'])['/K']);
  const roots = top.map((reference) => readElement(pdf, reference));
  const all = roots.flatMap(withDescendants);
  if (all.length === 0) return ['There is no structure tree.'];
  return [
    ...(roots.length === 1 && roots[0]?.tag === 'Document'
      ? []
      : ['The root of the tree is not one Document.']),
    ...all.flatMap((element) => checkElement(pdf, element)),
    ...checkContents(all, tagged),
    ...checkHeadings(pdf, all),
    ...checkLinks(pdf, all),
  ];
}

function readElement(pdf: PdfObjects, reference: PdfValue): Element {
  const dict = pdf.dict(reference);
  const own = typeof dict['/Pg'] === 'string' ? dict['/Pg'] : '';
  const kids: Element[] = [];
  const contents: { page: string; mcid: number }[] = [];
  const annotations: { page: string; annotation: string }[] = [];
  for (const kid of pdf.list(dict['/K'])) {
    if (typeof kid === 'number') contents.push({ page: own, mcid: kid });
    else {
      const inner = pdf.dict(kid);
      const page = typeof inner['/Pg'] === 'string' ? inner['/Pg'] : own;
      if (inner['/Type'] === '/MCR') contents.push({ page, mcid: Number(inner['/MCID']) });
      else if (inner['/Type'] === '/OBJR') annotations.push({ page, annotation: nameOf(inner['/Obj']) });
      else kids.push(readElement(pdf, kid));
    }
  }
  return { tag: nameOf(dict['/S']).slice(1), dict, kids, contents, annotations };
}

function withDescendants(element: Element): Element[] {
  return [element, ...element.kids.flatMap(withDescendants)];
}

function attributesOf(pdf: PdfObjects, element: Element, owner: string): PdfDict {
  const found = pdf.list(element.dict['/A']).map((value) => pdf.dict(value));
  return found.find((attributes) => attributes['/O'] === owner) ?? {};
}

function checkElement(pdf: PdfObjects, element: Element): string[] {
  const { tag, kids } = element;
  const faults: string[] = [];
  if (!standard.has(tag)) faults.push(`${tag} is no standard structure type.`);
  for (const kid of kids) {
    const isAllowed = children[tag]?.includes(kid.tag) ?? true;
    if (!isAllowed || !(parents[kid.tag]?.includes(tag) ?? true)) faults.push(`${kid.tag} stands in ${tag}.`);
  }
  if (tag === 'Figure') {
    if (pdf.text(element.dict['/Alt']).trim() === '') faults.push('A figure has no alternative text.');
    const box = attributesOf(pdf, element, '/Layout')['/BBox'];
    if (!Array.isArray(box) || box.length !== 4) faults.push('A figure has no box.');
  }
  if (
    tag === 'TH' &&
    !['/Column', '/Row', '/Both'].includes(nameOf(attributesOf(pdf, element, '/Table')['/Scope']))
  ) {
    faults.push('A header cell does not say whether it heads a column or a row.');
  }
  if (tag === 'L' && attributesOf(pdf, element, '/List')['/ListNumbering'] === undefined) {
    faults.push('A list does not say how it is numbered.');
  }
  if (tag === 'Table') faults.push(...checkTable(element));
  if (tag === 'Note' && pdf.text(element.dict['/ID']) === '') faults.push('A note has no ID.');
  return faults;
}

function checkTable(table: Element): string[] {
  const rows = withDescendants(table).filter((element) => element.tag === 'TR');
  const lengths = new Set(rows.map((row) => row.kids.length));
  const faults = lengths.size > 1 ? [`A table has rows of ${[...lengths].join(' and ')} cells.`] : [];
  const hasHeads = withDescendants(table).some((element) => element.tag === 'TH');
  return hasHeads ? faults : [...faults, 'A table has no header cells.'];
}

/** What is tagged on the pages is exactly what the tree refers to. */
function checkContents(all: readonly Element[], tagged: TaggedContent): string[] {
  const faults: string[] = [];
  const referred = new Set<string>();
  for (const { page, mcid } of all.flatMap((element) => element.contents)) {
    const key = `${page}#${mcid}`;
    if (referred.has(key)) faults.push(`Content ${mcid} belongs to two elements.`);
    referred.add(key);
    if (!tagged.get(page)?.has(mcid))
      faults.push(`The tree refers to content ${mcid}, which its page does not have.`);
  }
  for (const [page, mcids] of tagged) {
    for (const mcid of mcids) {
      if (!referred.has(`${page}#${mcid}`))
        faults.push(`Content ${mcid} of page object ${page} is in no element.`);
    }
  }
  return faults;
}

/** H1 first, no step left out, and a bookmark for each heading on its page. */
function checkHeadings(pdf: PdfObjects, all: readonly Element[]): string[] {
  const faults: string[] = [];
  const headings = all.filter((element) => /^H[1-6]$/.test(element.tag));
  let before = 0;
  for (const { tag } of headings) {
    const level = Number(tag.slice(1));
    if (level > before + 1) faults.push(`${tag} follows ${before === 0 ? 'no heading' : `H${before}`}.`);
    before = level;
  }
  const marks = bookmarksOf(pdf, pdf.dict(pdf.catalogue['/Outlines']));
  const pagesOfHeadings = headings.map((heading) => heading.contents[0]?.page ?? '');
  if (headings.length === 0) faults.push('There is no heading.');
  if (marks.join() !== pagesOfHeadings.join()) faults.push('The bookmarks do not lead to the headings.');
  return faults;
}

/** The pages that bookmarks lead to, in reading order. */
function bookmarksOf(pdf: PdfObjects, parent: PdfDict): string[] {
  const pages: string[] = [];
  for (let item = parent['/First']; item !== undefined; item = pdf.dict(item)['/Next']) {
    const dict = pdf.dict(item);
    pages.push(nameOf(pdf.list(dict['/Dest'])[0]), ...bookmarksOf(pdf, dict));
  }
  return pages;
}

/** Each link of each page is read out as a link, with a description, on its page. */
function checkLinks(pdf: PdfObjects, all: readonly Element[]): string[] {
  const faults: string[] = [];
  const told = new Map<string, string>();
  for (const element of all) {
    for (const { page, annotation } of element.annotations) {
      if (element.tag === 'Link') told.set(annotation, page);
      else faults.push(`A link stands in ${element.tag}.`);
    }
  }
  for (const page of pdf.pages) {
    for (const reference of pdf.list(pdf.dict(page)['/Annots'])) {
      if (pdf.text(pdf.dict(reference)['/Contents']).trim() === '') faults.push('A link has no description.');
      const toldPage = told.get(nameOf(reference));
      if (toldPage === undefined) faults.push('A link is not in the structure tree.');
      else if (toldPage !== page) faults.push('A link is told to be on another page than it is.');
    }
  }
  return faults;
}
