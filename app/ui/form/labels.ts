import { Children, Fragment, isValidElement, type ReactNode } from 'react';
import { ListField, listRow, shownRows, type ListFieldProps } from './list-field';
import type { TypedValues } from './typed-values';

/**
 * Labels by field name, read from the elements of a form before they are drawn.
 *
 * The error summary stands above the fields and says "Feld: Satz"; the server
 * writes top down, so the labels must be known first. Elements with a `name` and a
 * `label` count, also inside groups, fragments and the rows of lists. A component
 * that hides its fields inside is not looked into: its faults show the sentence alone.
 */
export function labelsIn(fields: ReactNode, typed: Readonly<TypedValues>): Record<string, string> {
  const labels: Record<string, string> = {};
  collect(fields, typed, '', labels);
  return labels;
}

function collect(
  node: ReactNode,
  typed: Readonly<TypedValues>,
  place: string,
  labels: Record<string, string>,
): void {
  Children.forEach(node, (child) => {
    if (!isValidElement<Record<string, unknown>>(child)) return;
    const { name, label } = child.props;
    if (typeof name === 'string' && typeof label === 'string') labels[name] = `${place}${label}`;
    if (isListField(child)) collectRows(child.props, typed, labels);
    else if (child.type === Fragment || isNode(child.props.children)) {
      collect(child.props.children as ReactNode, typed, place, labels);
    }
  });
}

function isListField(child: {
  type: unknown;
  props: unknown;
}): child is { type: unknown; props: ListFieldProps } {
  return child.type === ListField;
}

function collectRows(
  props: ListFieldProps,
  typed: Readonly<TypedValues>,
  labels: Record<string, string>,
): void {
  const rows = shownRows(typed, props.name, props.atLeast ?? 0);
  for (let index = 0; index < rows; index += 1) {
    collect(props.children(listRow(props.name, index)), typed, `${props.rowLabel} ${index + 1}, `, labels);
  }
}

/** Render functions and other props that are no nodes are not walked. */
function isNode(children: unknown): boolean {
  return typeof children === 'object' && children !== null;
}
