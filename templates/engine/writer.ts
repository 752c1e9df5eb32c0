/**
 * Writes a layout as a PDF that is PDF/UA-1 (accessible) and PDF/A-3a (archivable)
 * at once. This file and its helpers `tags`, `drawing` and `pdfkit-private` are the
 * only code that knows pdfkit.
 */
import type { Attachment, Document } from './document';
import { Pen } from './drawing';
import { printable } from './fonts';
import { escapeInfoInXmp, newDocument, pdfString } from './pdfkit-private';
import type { Bookmark, Item, Layout, StructNode, TextItem } from './placed';
import { page as sheet } from './style';
import { TagTree } from './tags';
import { pdfUaXmp } from './xmp';

export function writePdf(document: Document, layout: Layout): Promise<Buffer> {
  // eslint-disable-next-line no-restricted-syntax -- pdfkit takes a Date; it holds the paper's own day, not the clock's
  const createdAt = new Date(`${document.createdAt}T00:00:00Z`);
  const doc = newDocument({
    size: 'A4',
    margin: 0,
    autoFirstPage: false,
    font: null, // pdfkit's default would be Helvetica, which is not embedded
    subset: 'PDF/A-3a',
    pdfVersion: '1.7', // older versions drop the XMP metadata
    tagged: true,
    lang: document.language,
    displayTitle: true,
    info: {
      Title: printable('regular', document.title),
      Author: printable('regular', document.author),
      ...(document.subject && { Subject: printable('regular', document.subject) }),
      Creator: 'Maßnahmenportal',
      CreationDate: createdAt, // also the source of the file's ID: no clock, no chance
    },
  });
  escapeInfoInXmp(doc);
  doc.appendXML(pdfUaXmp);
  for (const attachment of document.attachments ?? []) attach(doc, attachment, createdAt);

  const tags = new TagTree(doc, layout.root);
  const pen = new Pen(doc);
  const bookmark = bookmarksOf(doc);
  for (const { items, bookmarks } of layout.pages) {
    doc.addPage();
    for (const group of groupsOf(items)) drawGroup(doc, tags, pen, group);
    bookmarks.forEach(bookmark);
  }
  tags.finish();
  return bytesOf(doc);
}

interface Group {
  readonly node: StructNode | null;
  readonly items: Item[];
}

/** Neighbours that belong to the same element share one piece of marked content. */
function groupsOf(items: readonly Item[]): Group[] {
  const groups: Group[] = [];
  for (const item of items) {
    const last = groups.at(-1);
    if (last?.node === item.node) last.items.push(item);
    else groups.push({ node: item.node, items: [item] });
  }
  return groups;
}

function drawGroup(doc: PDFKit.PDFDocument, tags: TagTree, pen: Pen, { node, items }: Group): void {
  if (!node) {
    doc.markContent('Artifact', { type: 'Pagination' });
    items.forEach((item) => draw(doc, pen, item));
    doc.endMarkedContent();
    return;
  }
  const element = tags.elementOf(node);
  const content = doc.markStructureContent(node.tag);
  items.forEach((item) => draw(doc, pen, item));
  doc.endMarkedContent();
  element.add(content);
  for (const item of items) {
    if (item.kind === 'drawing') tags.setBox(item, sheet.height);
    if (item.kind === 'text' && item.href !== undefined) {
      link(doc, element, item, item.href);
      element.end(); // now, because pdfkit notes the page that is open at this moment
    }
  }
}

function draw(doc: PDFKit.PDFDocument, pen: Pen, item: Item): void {
  switch (item.kind) {
    case 'shape':
      doc.rect(item.x, item.y, item.width, item.height).fill(item.fill);
      return;
    case 'text':
      if (item.turn === undefined) return pen.write(item.segments, item.x, item.y);
      doc.save().rotate(-item.turn, { origin: [item.x, item.y] });
      pen.write(item.segments, item.x, item.y);
      doc.restore();
      return;
    case 'drawing':
      doc.save().translate(item.x, item.y).scale(item.scale);
      item.parts.forEach((part) => pen.draw(part));
      doc.restore();
  }
}

function link(
  doc: PDFKit.PDFDocument,
  element: PDFKit.PDFStructureElement,
  item: TextItem,
  href: string,
): void {
  const size = item.segments[0]?.size ?? 0;
  const x = item.x + (item.segments[0]?.x ?? 0);
  const width = item.segments.reduce((sum, segment) => sum + segment.width, 0);
  const top = item.y - size;
  if (href.startsWith('#')) {
    const title = item.segments.map((segment) => segment.text).join(' ');
    const Contents = pdfString(`Verweis auf den Abschnitt ${title}`);
    const options = { structParent: element, Contents } as PDFKit.Mixins.AnnotationOption;
    doc.goTo(x, top, width, size * 1.3, href.slice(1), options);
    return;
  }
  const options = { structParent: element, Contents: pdfString(`Verweis auf ${href}`) };
  doc.link(x, top, width, size * 1.3, href, options);
}

/** Nested by level. pdfkit counts the target's left edge from the right side of the page. */
function bookmarksOf(doc: PDFKit.PDFDocument): (entry: Bookmark & { y: number }) => void {
  const path: { level: number; outline: PDFKit.PDFOutline }[] = [];
  return ({ level, title, y, anchor }) => {
    if (anchor !== undefined) doc.addNamedDestination(anchor, 'XYZ', 0, Math.max(0, y - 6), null);
    while ((path.at(-1)?.level ?? 0) >= level) path.pop();
    const parent = path.at(-1)?.outline ?? doc.outline;
    const target = { top: Math.max(0, y - 6), left: sheet.width, fit: false, zoom: 0, expanded: true };
    path.push({ level, outline: parent.addItem(title, target) });
  };
}

function attach(doc: PDFKit.PDFDocument, attachment: Attachment, createdAt: Date): void {
  doc.file(Buffer.from(attachment.content), {
    name: attachment.name,
    type: attachment.mimeType,
    description: attachment.description,
    relationship: attachment.relationship === 'source' ? 'Source' : 'Data',
    creationDate: createdAt,
    modifiedDate: createdAt,
  } as PDFKit.Mixins.PDFAttachmentOptions);
}

function bytesOf(doc: PDFKit.PDFDocument): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    doc.on('data', (chunk: Buffer) => chunks.push(chunk));
    doc.on('end', () => resolve(Buffer.concat(chunks)));
    doc.on('error', reject);
    doc.end();
  });
}
