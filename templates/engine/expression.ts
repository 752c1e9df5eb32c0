/** Variables and functions of the template language, evaluated over data. */
import Markdoc, { type Function as Call, type Variable } from '@markdoc/markdoc';
import { formatDay } from '~/values/calendar';
import { formatEuro } from '~/values/money';
import { isMissing } from './document';

/** The variables in reach: the data's fields and the names of loops around. */
export type Scope = Readonly<Record<string, unknown>>;

export const isVariable = (value: unknown): value is Variable => Markdoc.Ast.isVariable(value);
export const isCall = (value: unknown): value is Call => Markdoc.Ast.isFunction(value);

/** Refused while a paper is made; the walker adds file and line. */
export class ExpressionFault extends Error {
  constructor(
    readonly placeholder: string,
    message: string,
  ) {
    super(message);
  }
}

/** The value of an attribute or placeholder. Only own fields are read, never a prototype's. */
export function resolve(expression: unknown, scope: Scope): unknown {
  if (isVariable(expression)) return lookUp(expression, scope);
  if (!isCall(expression)) return expression;

  const named = functions[expression.name];
  if (!named)
    throw new ExpressionFault(describe(expression), `Die Funktion „${expression.name}“ gibt es nicht.`);
  const values = argumentsOf(expression).map((argument) => resolve(argument, scope));
  const gap = named.takesMissing ? undefined : values.find(isMissing);
  if (gap) return gap;
  try {
    return named.apply(values);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new ExpressionFault(
      describe(expression),
      `„${describe(expression)}“ lässt sich nicht bilden: ${reason}`,
    );
  }
}

/** As it stands in the template: `$massnahme.name`, `euro($cents)`. */
export function describe(expression: unknown): string {
  if (isVariable(expression)) return `$${expression.path.join('.')}`;
  if (isCall(expression)) return `${expression.name}(${argumentsOf(expression).map(describe).join(', ')})`;
  return typeof expression === 'string' ? `"${expression}"` : String(expression);
}

export function argumentsOf(call: Call): unknown[] {
  return Object.values(call.parameters);
}

/** Empty lists count as "no", unlike in Markdoc; a missing value counts as "yes": it will be entered. */
export function isYes(value: unknown): boolean {
  if (Array.isArray(value)) return value.length > 0;
  return value !== null && value !== undefined && value !== false && value !== '';
}

interface TemplateFunction {
  /** What the arguments must be; the last one may repeat. */
  readonly takes: readonly ('number' | 'text' | 'list' | 'any')[];
  readonly takesMissing?: boolean;
  readonly apply: (values: readonly unknown[]) => unknown;
}

export const functions: Readonly<Record<string, TemplateFunction>> = {
  euro: { takes: ['number'], apply: ([cents]) => (isAbsent(cents) ? null : formatEuro(Number(cents))) },
  day: { takes: ['text'], apply: ([iso]) => (isAbsent(iso) ? null : formatDay(String(iso))) },
  list: { takes: ['list'], apply: ([texts]) => enumerate(Array.isArray(texts) ? texts.map(String) : []) },
  count: { takes: ['list'], apply: ([items]) => (Array.isArray(items) ? items.length : 0) },
  equals: { takes: ['any', 'any'], takesMissing: true, apply: ([a, b]) => a === b },
  not: { takes: ['any'], takesMissing: true, apply: ([value]) => !isYes(value) },
  and: { takes: ['any'], takesMissing: true, apply: (values) => values.every(isYes) },
  or: { takes: ['any'], takesMissing: true, apply: (values) => values.some(isYes) },
};

function isAbsent(value: unknown): boolean {
  return value === null || value === undefined;
}

function lookUp(variable: Variable, scope: Scope): unknown {
  let value: unknown = scope;
  for (const step of variable.path) {
    if (isAbsent(value)) return null;
    if (isMissing(value)) return value;
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) {
      throw new ExpressionFault(describe(variable), unknownPlaceholder(describe(variable)));
    }
    value = (value as Readonly<Record<string | number, unknown>>)[step];
  }
  return value;
}

export function unknownPlaceholder(placeholder: string): string {
  return `Den Platzhalter „${placeholder}“ gibt es nicht.`;
}

/** "a", "a und b", "a, b und c" */
function enumerate(texts: readonly string[]): string {
  const last = texts.at(-1) ?? '';
  return texts.length < 2 ? last : `${texts.slice(0, -1).join(', ')} und ${last}`;
}
