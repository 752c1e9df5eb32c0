/** `datatable` and `facts`: tables whose rows come from the data. */
import type { Node } from '@markdoc/markdoc';
import type { Align, Block, Cell, Facts, Run, Table } from './document';
import { branchesOf, itemScopes, optionalCell, printed, valueOf, type Walk } from './evaluate-value';
import { isYes, type Scope } from './expression';

/** Evaluates what stands inside a cell. */
type BlocksOf = (nodes: readonly Node[], scope: Scope) => Block[];

export function tableOf(walk: Walk, node: Node, scope: Scope, blocksOf: BlocksOf): Table | Facts {
  const caption = printed(walk, node, 'caption', scope)
    .map((run) => run.text)
    .join('');
  return node.tag === 'facts'
    ? factsOf(walk, node, scope, caption, blocksOf)
    : dataTableOf(walk, node, scope, caption, blocksOf);
}

function factsOf(walk: Walk, node: Node, scope: Scope, caption: string, blocksOf: BlocksOf): Facts {
  const rows = partsOf(walk, node.children, 'fact', scope).map((fact) => ({
    label: printed(walk, fact.node, 'label', fact.scope),
    value: blocksOf(fact.node.children, fact.scope),
  }));
  return { kind: 'facts', ...(caption && { caption }), rows };
}

function dataTableOf(walk: Walk, node: Node, scope: Scope, caption: string, blocksOf: BlocksOf): Table {
  const columns = partsOf(walk, node.children, 'column', scope);
  const flag = (name: string) => isYes(valueOf(walk, node, node.attributes[name], scope));
  const foot = columns.map((column) => optionalCell(walk, column.node, 'foot', column.scope));
  return {
    kind: 'table',
    ...(caption && { caption }),
    columns: columns.map(({ node: column }) => ({
      width: Number(column.attributes.width ?? 1),
      align: (column.attributes.align ?? 'left') as Align,
    })),
    head: [columns.map((column) => optionalCell(walk, column.node, 'title', column.scope))],
    body: itemScopes(walk, node, scope).map((item) =>
      columns.map((column) => blocksOf(column.node.children, { ...column.scope, ...item })),
    ),
    foot: foot.some((cell) => cell.length > 0) ? [foot.map(bold)] : [],
    rowHeader: flag('rowHeader'),
    keep: flag('keep'),
  };
}

interface Part {
  readonly node: Node;
  readonly scope: Scope;
}

/** All `column` or `fact` tags, also those inside `if` and `each`. */
function partsOf(walk: Walk, nodes: readonly Node[], tag: 'column' | 'fact', scope: Scope): Part[] {
  return nodes.flatMap((node): Part[] => {
    if (node.type !== 'tag') return partsOf(walk, node.children, tag, scope);
    if (node.tag === tag) return [{ node, scope }];
    const branches = branchesOf(walk, node, scope) ?? [];
    return branches.flatMap((branch) => partsOf(walk, branch.nodes, tag, branch.scope));
  });
}

function bold(cell: Cell): Cell {
  const embolden = (run: Run): Run => ({ ...run, bold: true });
  return cell.map((block) =>
    block.kind === 'paragraph' ? { ...block, runs: block.runs.map(embolden) } : block,
  );
}
