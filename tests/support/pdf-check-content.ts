/** Everything that is painted is either tagged or an artifact, and every glyph exists. */
import type { PdfObjects } from './pdf-file';

/** MCIDs of each page, by the page's reference. */
export type TaggedContent = ReadonlyMap<string, ReadonlySet<number>>;

const paints = new Set(['Tj', 'TJ', "'", '"', 'f', 'F', 'f*', 'B', 'B*', 'b', 'b*', 'S', 's', 'sh', 'Do']);

export function checkContent(pdf: PdfObjects): { faults: string[]; tagged: TaggedContent } {
  const faults: string[] = [];
  const tagged = new Map<string, Set<number>>();
  for (const [index, page] of pdf.pages.entries()) {
    const say = (fault: string) => faults.push(`Page ${index + 1}: ${fault}`);
    const streams = pdf.list(contentsOf(pdf, page)).map((content) => pdf.stream(content).toString('latin1'));
    tagged.set(page, readContent(streams.join('\n'), say));
  }
  return { faults, tagged };
}

function contentsOf(pdf: PdfObjects, page: string) {
  const contents = pdf.dict(page)['/Contents'];
  return Array.isArray(contents) ? contents : contents === undefined ? [] : [contents];
}

/** Walks the operators of a page. Texts of our papers are hexadecimal glyph numbers. */
function readContent(content: string, say: (fault: string) => void): Set<number> {
  const mcids = new Set<number>();
  const open: ('tagged' | 'artifact' | 'other')[] = [];
  const tokens = content.match(/<<.*?>>|<[0-9a-fA-F\s]*>|\([^)]*\)|\[|\]|[^\s[\]<>()]+/gs) ?? [];
  let before: string[] = [];
  for (const token of tokens) {
    if (/^<[0-9a-f\s]+>$/i.test(token) && /^(....)*?0000/.test(token.slice(1, -1)))
      say('a glyph is missing.');
    if (token === 'BDC' || token === 'BMC') {
      const mcid = /\/MCID (\d+)/.exec(before.join(' '))?.[1];
      const kind = mcid ? 'tagged' : before.some((word) => word === '/Artifact') ? 'artifact' : 'other';
      if (kind !== 'other' && open.some((outer) => outer !== 'other'))
        say('marked content stands in marked content.');
      if (mcid && mcids.has(Number(mcid))) say(`the content number ${mcid} occurs twice.`);
      if (mcid) mcids.add(Number(mcid));
      open.push(kind);
    } else if (token === 'EMC') {
      if (!open.pop()) say('marked content ends that was never begun.');
    } else if (paints.has(token) && !open.some((kind) => kind !== 'other')) {
      say(`"${token}" paints outside tags and artifacts.`);
    } else if (token === 'k' || token === 'K') say('a CMYK colour is used.');
    const isOperator = /^[A-Za-z'"*]+\d?$/.test(token);
    before = isOperator ? [] : [...before.slice(-3), token];
  }
  if (open.length > 0) say('marked content is not closed.');
  return mcids;
}
