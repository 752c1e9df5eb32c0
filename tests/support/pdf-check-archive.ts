/** What PDF/A-3a asks for: the file can be read in thirty years, and says what it is. */
import { nameOf, type PdfObjects } from './pdf-file';

export function checkArchive(pdf: PdfObjects): string[] {
  return [...checkMetadata(pdf), ...checkColour(pdf), ...checkAttachments(pdf), ...checkForbidden(pdf)];
}

function checkMetadata(pdf: PdfObjects): string[] {
  const xmp = pdf.stream(pdf.catalogue['/Metadata']).toString('utf8');
  const wanted: readonly (readonly [RegExp, string])[] = [
    [/<dc:title>[\s\S]*?<rdf:li[^>]*>[^<]+<\/rdf:li>/, 'a title'],
    [/<dc:creator>[\s\S]*?<rdf:li>[^<]+<\/rdf:li>/, 'an author'],
    [/<pdfuaid:part>1<\/pdfuaid:part>/, 'PDF/UA-1'],
    [/<pdfaid:part>3<\/pdfaid:part>\s*<pdfaid:conformance>A<\/pdfaid:conformance>/, 'PDF/A-3a'],
    [/<pdfaSchema:namespaceURI>http:\/\/www\.aiim\.org\/pdfua\/ns\/id\//, 'the schema of pdfuaid'],
  ];
  const faults = wanted.flatMap(([pattern, what]) =>
    pattern.test(xmp) ? [] : [`The metadata lack ${what}.`],
  );
  if (/&(?!(amp|lt|gt|quot|apos|#\d+|#x[\da-f]+);)/i.test(xmp))
    faults.push('The metadata are no proper XML.');
  const title = /<dc:title>[\s\S]*?<rdf:li[^>]*>([^<]*)</.exec(xmp)?.[1] ?? '';
  const info = pdf.dict(pdf.trailer['/Info']);
  if (unescaped(title) !== pdf.text(info['/Title'])) faults.push('The two titles of the file differ.');
  if (!Array.isArray(pdf.trailer['/ID'])) faults.push('The file has no ID.');
  return faults;
}

function unescaped(xml: string): string {
  return xml
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&');
}

function checkColour(pdf: PdfObjects): string[] {
  const intents = pdf.list(pdf.catalogue['/OutputIntents']).map((intent) => pdf.dict(intent));
  const archive = intents.find((intent) => intent['/S'] === '/GTS_PDFA1');
  const profile = pdf.dict(archive?.['/DestOutputProfile']);
  return profile['/N'] === 3 ? [] : ['The file does not say which RGB its colours mean.'];
}

function checkAttachments(pdf: PdfObjects): string[] {
  const faults: string[] = [];
  const associated = pdf.list(pdf.catalogue['/AF']).map(nameOf);
  for (const reference of pdf.references) {
    const file = pdf.dict(reference);
    if (file['/Type'] !== '/Filespec') continue;
    const name = pdf.text(file['/UF']);
    const content = pdf.dict(pdf.dict(file['/EF'])['/F']);
    if (!associated.includes(reference)) faults.push(`Attachment ${name} belongs to nothing.`);
    if (!['/Source', '/Data'].includes(nameOf(file['/AFRelationship']))) {
      faults.push(`Attachment ${name} does not say what it is to the paper.`);
    }
    if (!nameOf(content['/Subtype']).includes('/', 1)) faults.push(`Attachment ${name} has no MIME type.`);
    if (pdf.text(pdf.dict(content['/Params'])['/ModDate']) === '')
      faults.push(`Attachment ${name} has no date.`);
  }
  return faults;
}

function checkForbidden(pdf: PdfObjects): string[] {
  const faults: string[] = [];
  if (pdf.trailer['/Encrypt'] !== undefined) faults.push('The file is encrypted.');
  if (pdf.catalogue['/AcroForm'] !== undefined) faults.push('The file has form fields.');
  for (const reference of pdf.references) {
    const dict = pdf.dict(reference);
    if (dict['/JS'] !== undefined || dict['/S'] === '/JavaScript') faults.push('The file has JavaScript.');
    if (dict['/ColorSpace'] === '/DeviceCMYK') faults.push('The file has a CMYK picture.');
  }
  return faults;
}
