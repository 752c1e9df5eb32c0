/**
 * Proves on the finished file what PDF/UA-1 and PDF/A-3a ask for, as far as qpdf and
 * poppler can see it. Every paper of the portal goes through `assertAccessiblePdf`.
 *
 * What only a person can judge stays open: whether an alternative text says the right
 * thing, and whether the reading order makes sense.
 */
import { readFileSync } from 'node:fs';
import { checkArchive } from './pdf-check-archive';
import { checkContent } from './pdf-check-content';
import { checkStructure } from './pdf-check-structure';
import { nameOf, pageTexts, type PdfObjects, readObjects, run } from './pdf-file';

/** Throws with all faults. Needs qpdf and poppler-utils. */
export function assertAccessiblePdf(pdf: Uint8Array | string): void {
  const faults = pdfFaults(typeof pdf === 'string' ? readFileSync(pdf) : pdf);
  if (faults.length > 0)
    throw new Error(`The PDF is not accessible or not archivable:\n${faults.join('\n')}`);
}

/** One sentence per fault; an empty list means that nothing was found. */
export function pdfFaults(pdf: Uint8Array): string[] {
  const objects = readObjects(pdf);
  const { faults, tagged } = checkContent(objects);
  return [
    ...faults,
    ...checkStructure(objects, tagged),
    ...checkViewing(objects),
    ...checkFonts(objects, pdf),
    ...checkArchive(objects),
    ...checkPageNumbers(pdf),
  ];
}

function checkViewing(pdf: PdfObjects): string[] {
  const catalogue = pdf.catalogue;
  const faults: string[] = [];
  if (pdf.dict(catalogue['/MarkInfo'])['/Marked'] !== true) faults.push('The file is not marked as tagged.');
  if (pdf.text(catalogue['/Lang']) !== 'de-DE') faults.push('The language of the document is not de-DE.');
  if (pdf.dict(catalogue['/ViewerPreferences'])['/DisplayDocTitle'] !== true) {
    faults.push('The window shows the file name instead of the title.');
  }
  for (const [index, page] of pdf.pages.entries()) {
    if (pdf.dict(page)['/Tabs'] !== '/S')
      faults.push(`Page ${index + 1}: the tab order does not follow the tags.`);
  }
  return faults;
}

function checkFonts(pdf: PdfObjects, file: Uint8Array): string[] {
  const faults: string[] = [];
  for (const reference of pdf.references) {
    const font = pdf.dict(reference);
    if (font['/Type'] !== '/Font' || nameOf(font['/Subtype']).startsWith('/CIDFont')) continue;
    const name = nameOf(font['/BaseFont']);
    const descendant = pdf.dict(pdf.list(font['/DescendantFonts'])[0]);
    const descriptor = pdf.dict(font['/FontDescriptor'] ?? descendant['/FontDescriptor']);
    const isEmbedded = ['/FontFile', '/FontFile2', '/FontFile3'].some((key) => descriptor[key] !== undefined);
    if (!isEmbedded) faults.push(`Font ${name} is not embedded.`);
    if (font['/ToUnicode'] === undefined) faults.push(`Font ${name} does not say which letters it draws.`);
  }
  // poppler's word on the same: name type encoding emb sub uni object ID
  for (const line of run('pdffonts', [], file).split('\n').slice(2).filter(Boolean)) {
    if (!/\byes +yes +yes +\d+ +\d+ *$/.test(line)) faults.push(`pdffonts: ${line}`);
  }
  return faults;
}

function checkPageNumbers(pdf: Uint8Array): string[] {
  const pages = pageTexts(pdf);
  return pages.flatMap((text, index) => {
    const wanted = `Seite ${index + 1} von ${pages.length}`;
    return text.includes(wanted) ? [] : [`"${wanted}" is missing in the footer.`];
  });
}
