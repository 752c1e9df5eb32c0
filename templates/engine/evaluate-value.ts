/** Values, branches and loops of a template: what the walks over blocks and over tables share. */
import type { Node } from '@markdoc/markdoc';
import { type Cell, type Figure, isMissing, missingText, type Run } from './document';
import { describe, ExpressionFault, isCall, isVariable, isYes, resolve, type Scope } from './expression';
import { TemplateError } from './fault';
import { faultAt, type ParsedTemplate } from './parse';

/** What all steps of one evaluation share. */
export interface Walk {
  readonly template: ParsedTemplate;
  readonly figures: Readonly<Record<string, Figure>>;
}

/** Style that a value takes over from the text around it. */
export type RunStyle = Pick<Run, 'bold' | 'italic' | 'href'>;

export interface Branch {
  readonly nodes: readonly Node[];
  readonly scope: Scope;
}

/** What an `if` or `each` stands for here; null for every other tag. */
export function branchesOf(walk: Walk, node: Node, scope: Scope): Branch[] | null {
  if (node.tag === 'if') {
    const otherwise = node.children.findIndex((child) => child.type === 'tag' && child.tag === 'else');
    const yes = isYes(valueOf(walk, node, node.attributes.primary, scope));
    const end = otherwise < 0 ? node.children.length : otherwise;
    return [{ nodes: yes ? node.children.slice(0, end) : node.children.slice(end + 1), scope }];
  }
  if (node.tag !== 'each') return null;
  return itemScopes(walk, node, scope).map((inner) => ({ nodes: node.children, scope: inner }));
}

/** One scope per item of the list in `items`, with the item under the name in `as`. */
export function itemScopes(walk: Walk, node: Node, scope: Scope): Scope[] {
  const items = valueOf(walk, node, node.attributes.items, scope);
  const name = String(node.attributes.as);
  return Array.isArray(items) ? items.map((item: unknown) => ({ ...scope, [name]: item })) : [];
}

/** The text of an attribute, highlighted where a value is missing; no attribute, no text. */
export function printed(walk: Walk, node: Node, attribute: string, scope: Scope): Run[] {
  const expression: unknown = node.attributes[attribute];
  return expression === undefined ? [] : [printedValue(walk, node, expression, scope, {})];
}

/** A cell with the text of an attribute that may be absent or null. */
export function optionalCell(walk: Walk, node: Node, attribute: string, scope: Scope): Cell {
  const value = valueOf(walk, node, node.attributes[attribute], scope);
  if (value === null || value === undefined) return [];
  return [{ kind: 'paragraph', runs: printed(walk, node, attribute, scope) }];
}

export function printedValue(
  walk: Walk,
  node: Node,
  expression: unknown,
  scope: Scope,
  style: RunStyle,
): Run {
  const value = valueOf(walk, node, expression, scope);
  if (isMissing(value)) return { ...style, text: missingText(value), missing: true };
  if (typeof value === 'boolean') return { ...style, text: value ? 'ja' : 'nein' };
  if (typeof value === 'string' || typeof value === 'number') return { ...style, text: String(value) };
  if (value === null || value === undefined) {
    return { ...style, text: `[fehlt: ${describe(expression)}]`, missing: true };
  }
  const source = describe(expression);
  throw new TemplateError([
    faultAt(
      walk.template,
      node,
      source,
      `„${source}“ ist eine Liste oder Gruppe und kann nicht gedruckt werden.`,
    ),
  ]);
}

export function valueOf(walk: Walk, node: Node, expression: unknown, scope: Scope): unknown {
  if (!isVariable(expression) && !isCall(expression)) return expression;
  try {
    return resolve(expression, scope);
  } catch (fault) {
    if (!(fault instanceof ExpressionFault)) throw fault;
    throw new TemplateError([faultAt(walk.template, node, fault.placeholder, fault.message)]);
  }
}
