/**
 * Walks a checked template over the data and builds the document's blocks.
 *
 * Our own walk over Markdoc's raw tree instead of its `transform()`: that one
 * resolves the variables of a loop's body before the loop runs. Values enter as
 * finished text and are never parsed, so nothing typed by a user becomes markup.
 */
import type { Node } from '@markdoc/markdoc';
import type { Block, Figure, Run } from './document';
import { tableOf } from './evaluate-table';
import { type Branch, branchesOf, printed, printedValue, type RunStyle, type Walk } from './evaluate-value';
import type { Scope } from './expression';
import { TemplateError } from './fault';
import { faultAt, type ParsedTemplate } from './parse';

export function evaluateBlocks(
  template: ParsedTemplate,
  data: object,
  figures: Readonly<Record<string, Figure>>,
): Block[] {
  return blocksOf({ template, figures }, template.root.children, { ...data });
}

/** Loose inline nodes become paragraphs; what is left empty by an `if` disappears. */
function blocksOf(walk: Walk, nodes: readonly Node[], scope: Scope): Block[] {
  const blocks: Block[] = [];
  let pending: Run[] = [];
  /** Index of the first block that the loop around has made; a list before it is another list. */
  let loopBegins = Infinity;

  const flush = () => {
    const runs = trimmed(pending);
    pending = [];
    if (runs.length > 0) blocks.push({ kind: 'paragraph', runs });
  };
  const push = (block: Block) => {
    flush();
    const last = blocks.at(-1);
    // Each turn of a loop brings a list of its own: to the reader it is one list.
    const isInLoop = blocks.length > loopBegins;
    if (isInLoop && block.kind === 'list' && last?.kind === 'list' && last.ordered === block.ordered) {
      blocks[blocks.length - 1] = { ...last, items: [...last.items, ...block.items] };
    } else blocks.push(block);
  };
  const visit = (node: Node, inner: Scope): void => {
    switch (node.type) {
      case 'paragraph':
        flush();
        node.children.forEach((child) => visit(child, inner));
        return flush();
      case 'inline':
        return node.children.forEach((child) => visit(child, inner));
      case 'heading': {
        const level = Math.min(3, Number(node.attributes.level)) as 1 | 2 | 3;
        return push({ kind: 'heading', level, runs: trimmed(runsOf(walk, node.children, inner, {})) });
      }
      case 'list': {
        const items = node.children
          .map((item) => blocksOf(walk, item.children, inner))
          .filter((item) => item.length);
        const start = Number(node.attributes.start ?? 1);
        if (items.length > 0) push({ kind: 'list', ordered: Boolean(node.attributes.ordered), start, items });
        return;
      }
      case 'tag': {
        const branches = branchesOf(walk, node, inner);
        if (branches) return visitBranches(branches, node.tag === 'each');
        return push(blockOfTag(walk, node, inner));
      }
      default:
        pending.push(...runsOf(walk, [node], inner, {}));
    }
  };
  const visitBranches = (branches: readonly Branch[], isLoop: boolean) => {
    const outer = loopBegins;
    if (isLoop) loopBegins = Math.min(outer, blocks.length);
    for (const branch of branches) branch.nodes.forEach((child) => visit(child, branch.scope));
    loopBegins = outer;
  };
  nodes.forEach((node) => visit(node, scope));
  flush();
  return blocks;
}

function blockOfTag(walk: Walk, node: Node, scope: Scope): Block {
  switch (node.tag) {
    case 'datatable':
    case 'facts':
      return tableOf(walk, node, scope, (inside, inner) => blocksOf(walk, inside, inner));
    case 'figure': {
      const figure = walk.figures[String(node.attributes.name)];
      if (figure) return { kind: 'figure', figure };
      break;
    }
    case 'signature':
      return {
        kind: 'signature',
        role: printed(walk, node, 'role', scope),
        place: printed(walk, node, 'place', scope),
      };
    case 'note':
      return { kind: 'note', blocks: blocksOf(walk, node.children, scope) };
    case 'pagebreak':
      return { kind: 'pagebreak' };
    case 'contents':
      return { kind: 'contents' };
    case 'blank':
      return {
        kind: 'blank',
        label: printed(walk, node, 'label', scope),
        lines: Number(node.attributes.lines ?? 1),
      };
    case 'tickbox':
      return { kind: 'tickbox', label: printed(walk, node, 'label', scope) };
    default: // the check before has refused it
  }
  throw new TemplateError([
    faultAt(walk.template, node, `{% ${node.tag}`, 'Dieser Baustein steht hier falsch.'),
  ]);
}

function runsOf(walk: Walk, nodes: readonly Node[], scope: Scope, style: RunStyle): Run[] {
  return nodes.flatMap((node): Run[] => {
    switch (node.type) {
      case 'text':
      case 'code':
        return [printedValue(walk, node, node.attributes.content, scope, style)];
      case 'strong':
        return runsOf(walk, node.children, scope, { ...style, bold: true });
      case 'em':
        return runsOf(walk, node.children, scope, { ...style, italic: true });
      case 'link':
        return runsOf(walk, node.children, scope, { ...style, href: String(node.attributes.href) });
      case 'softbreak':
        return [{ ...style, text: ' ' }];
      case 'hardbreak':
        return [{ ...style, text: '\n' }];
      case 'tag':
        return (branchesOf(walk, node, scope) ?? []).flatMap((b) => runsOf(walk, b.nodes, b.scope, style));
      default:
        return runsOf(walk, node.children, scope, style);
    }
  });
}

/** Without white space at both ends; empty if there is nothing but white space. */
function trimmed(runs: readonly Run[]): Run[] {
  const kept = runs.filter((run) => run.text !== '');
  while (kept[0]?.text.trim() === '') kept.shift();
  while (kept.at(-1)?.text.trim() === '') kept.pop();
  const first = kept[0];
  if (first) kept[0] = { ...first, text: first.text.trimStart() };
  const last = kept.at(-1);
  if (last) kept[kept.length - 1] = { ...last, text: last.text.trimEnd() };
  return kept;
}
