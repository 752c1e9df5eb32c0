/** Builds the structure tree of the file from the layout's tree while pages are drawn. */
import { setAttributes } from './pdfkit-private';
import type { DrawingItem, StructNode } from './placed';

type Element = PDFKit.PDFStructureElement;

/**
 * Elements are made in reading order, just before their content is drawn, with
 * everything that comes before them: an empty cell has no content of its own, but
 * without it the row would be one cell short.
 */
export class TagTree {
  private readonly elements = new Map<StructNode, Element>();
  private readonly ahead: Iterator<{ node: StructNode; parent: StructNode | null }>;

  constructor(
    private readonly doc: PDFKit.PDFDocument,
    private readonly root: StructNode,
  ) {
    this.ahead = inReadingOrder(root, null);
  }

  elementOf(wanted: StructNode): Element {
    for (let found = this.elements.get(wanted); ; found = this.elements.get(wanted)) {
      if (found) return found;
      const next = this.ahead.next();
      if (next.done) throw new Error(`A ${wanted.tag} stands outside the structure tree`);
      this.make(next.value.node, next.value.parent);
    }
  }

  /** PDF/UA wants to know where on the page a figure stands. */
  setBox(item: DrawingItem, pageHeight: number): void {
    const { x, y, width, height } = item;
    const BBox = [x, pageHeight - y - height, x + width, pageHeight - y];
    setAttributes(this.elementOf(item.node), { O: 'Layout', Placement: 'Block', BBox });
  }

  /** Closes all elements; only now pdfkit writes them. */
  finish(): void {
    for (let next = this.ahead.next(); !next.done; next = this.ahead.next()) {
      this.make(next.value.node, next.value.parent);
    }
    this.elements.get(this.root)?.end();
  }

  private make(node: StructNode, parent: StructNode | null): void {
    const element = this.doc.struct(node.tag, node.alt === undefined ? {} : { alt: node.alt });
    if (node.scope) setAttributes(element, { O: 'Table', Scope: node.scope });
    if (node.numbering) setAttributes(element, { O: 'List', ListNumbering: node.numbering });
    const above = parent && this.elements.get(parent);
    if (above) above.add(element);
    else this.doc.addStructure(element);
    this.elements.set(node, element);
  }
}

function* inReadingOrder(
  node: StructNode,
  parent: StructNode | null,
): Generator<{ node: StructNode; parent: StructNode | null }> {
  yield { node, parent };
  for (const child of node.children) yield* inReadingOrder(child, node);
}
