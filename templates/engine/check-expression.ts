/** Checks one variable or function of a template against the shape of the data. */
import { argumentsOf, describe, functions, isCall, isVariable, unknownPlaceholder } from './expression';
import type { DataShape, ShapeScope } from './shape';

type Report = (placeholder: string, message: string) => void;

/** `isPrinted`: the value ends up as text, so a list or group is a fault. */
export function checkExpression(
  expression: unknown,
  scope: ShapeScope,
  isPrinted: boolean,
  report: Report,
): void {
  if (isVariable(expression)) return checkVariable(expression.path, scope, isPrinted, report);
  if (!isCall(expression)) return;

  const source = describe(expression);
  const known = Object.hasOwn(functions, expression.name) ? functions[expression.name] : undefined;
  if (!known) {
    const names = Object.keys(functions).join(', ');
    return report(source, `Die Funktion „${expression.name}“ gibt es nicht. Bekannt sind: ${names}.`);
  }
  const values = argumentsOf(expression);
  if (values.length < known.takes.length) {
    return report(
      source,
      `Die Funktion „${expression.name}“ erwartet ${known.takes.length} Angabe(n) in Klammern.`,
    );
  }
  values.forEach((value, index) => {
    checkExpression(value, scope, false, report);
    const wanted = known.takes[index] ?? 'any';
    const given = scope ? shapeAt(value, scope) : undefined;
    if (given !== undefined && wanted !== 'any' && nameOf(given) !== wanted) {
      report(
        source,
        `„${describe(value)}“ ist ${german[nameOf(given)]}; „${expression.name}“ erwartet ${german[wanted]}.`,
      );
    }
  });
}

/** The shape a variable or literal has; undefined where it is unknown or the result of a function. */
export function shapeAt(
  expression: unknown,
  scope: Readonly<Record<string, DataShape>>,
): DataShape | undefined {
  if (typeof expression === 'string') return 'text';
  if (typeof expression === 'number') return 'number';
  if (!isVariable(expression)) return undefined;
  return expression.path.reduce<DataShape | undefined>((shape, step) => fieldOf(shape, step), scope);
}

const german = {
  text: 'ein Text',
  number: 'eine Zahl',
  flag: 'ein Ja oder Nein',
  list: 'eine Liste',
  group: 'eine Gruppe von Angaben',
} as const;

function nameOf(shape: DataShape): keyof typeof german {
  if (typeof shape === 'string') return shape;
  return Array.isArray(shape) ? 'list' : 'group';
}

function fieldOf(shape: DataShape | undefined, step: string | number): DataShape | undefined {
  if (typeof shape !== 'object') return undefined;
  if (Array.isArray(shape)) return typeof step === 'number' ? (shape[0] as DataShape) : undefined;
  return Object.hasOwn(shape, step) ? (shape as Readonly<Record<string, DataShape>>)[step] : undefined;
}

function checkVariable(
  path: readonly (string | number)[],
  scope: ShapeScope,
  isPrinted: boolean,
  report: Report,
): void {
  if (!scope) return;
  const source = `$${path.join('.')}`;
  let shape: DataShape | undefined = scope;
  for (const [depth, step] of path.entries()) {
    const next = fieldOf(shape, step);
    if (next === undefined)
      return report(source, `${unknownPlaceholder(source)} ${hint(shape, path.slice(0, depth))}`);
    shape = next;
  }
  if (isPrinted && typeof shape === 'object') {
    const means = Array.isArray(shape)
      ? 'Verwenden Sie {% each %}.'
      : `Bekannt sind: ${fields(shape, path)}.`;
    report(source, `„${source}“ ist ${german[nameOf(shape)]} und kann nicht gedruckt werden. ${means}`);
  }
}

function hint(shape: DataShape | undefined, path: readonly (string | number)[]): string {
  if (typeof shape !== 'object') return `„$${path.join('.')}“ hat keine weiteren Angaben.`;
  if (Array.isArray(shape)) return `„$${path.join('.')}“ ist eine Liste. Verwenden Sie {% each %}.`;
  return `Bekannt sind: ${fields(shape, path)}.`;
}

function fields(shape: DataShape, path: readonly (string | number)[]): string {
  return Object.keys(shape)
    .map((field) => `$${[...path, field].join('.')}`)
    .join(', ');
}
