/** Finds the faults of a template before a paper is made with it. */
import type { Node } from '@markdoc/markdoc';
import { describe } from './expression';
import { checkExpression, shapeAt } from './check-expression';
import type { TemplateFault } from './fault';
import { faultAt, type ParsedTemplate } from './parse';
import type { DataShape, ShapeScope } from './shape';

export interface Known {
  /** Without a shape the placeholders are checked only when the paper is made. */
  readonly shape?: DataShape;
  readonly figures: readonly string[];
}

interface TagRule {
  readonly required?: readonly string[];
  readonly optional?: readonly string[];
  /** The tag it must stand in, directly or inside `if` and `each`. */
  readonly within?: string;
}

const tagRules: Readonly<Record<string, TagRule>> = {
  if: { required: ['primary'] },
  else: { within: 'if' },
  each: { required: ['items', 'as'] },
  datatable: { required: ['items', 'as'], optional: ['caption', 'rowHeader', 'keep'] },
  column: { required: ['title'], optional: ['width', 'align', 'foot'], within: 'datatable' },
  facts: { optional: ['caption'] },
  fact: { required: ['label'], within: 'facts' },
  figure: { required: ['name'] },
  signature: { required: ['role'], optional: ['place'] },
  note: {},
  pagebreak: {},
  contents: {},
  blank: { required: ['label'], optional: ['lines'] },
  tickbox: { required: ['label'] },
};

/** Markdown that the paper does not know, and what to write instead. */
const refusedNodes: Readonly<Record<string, string>> = {
  table: 'Tabellen mit | kennt die Vorlage nicht. Verwenden Sie {% datatable %} oder {% facts %}.',
  blockquote: 'Zitate mit > kennt die Vorlage nicht. Verwenden Sie {% note %}.',
  image: 'Bilder kennt die Vorlage nicht. Verwenden Sie {% figure name="…" /%}.',
  hr: 'Trennlinien kennt die Vorlage nicht. Entfernen Sie die Zeile.',
  fence: 'Eingerückter Text wird nicht gedruckt. Entfernen Sie die Leerzeichen am Anfang der Zeile.',
};

export function checkParsed(template: ParsedTemplate, known: Known): TemplateFault[] {
  const faults: TemplateFault[] = [];
  const report = (node: Node, placeholder: string, message: string) => {
    faults.push(faultAt(template, node, placeholder, message));
  };

  const visit = (node: Node, scope: ShapeScope, around: readonly string[]): void => {
    for (const error of node.errors) {
      if (error.id !== 'table-syntax') report(node, ...explain(node, error.id, template));
    }
    const refused = refusedNodes[node.type];
    if (refused) return report(node, '', refused);
    if (node.type === 'text') checkText(node, scope);
    if (node.type === 'link') checkLink(node);
    if (node.type === 'heading' && Number(node.attributes.level) > 3) {
      report(node, '####', 'Es gibt drei Stufen von Überschriften: #, ## und ###.');
    }
    let inner = scope;
    if (node.type === 'tag' && !node.errors.some((error) => error.id === 'missing-opening')) {
      checkTag(node, scope, around);
      inner = scopeInside(node, scope);
    }
    const tags = node.type === 'tag' ? [...around, node.tag ?? ''] : around;
    node.children.forEach((child) => visit(child, inner, tags));
  };

  const checkText = (node: Node, scope: ShapeScope) => {
    const content: unknown = node.attributes.content;
    if (typeof content === 'string') {
      const stray = /\{%|%\}/.exec(content)?.[0];
      if (stray)
        report(node, stray, `„${stray}“ hat kein Gegenstück. Ein Platzhalter sieht so aus: {% $name %}.`);
    } else
      checkExpression(content, scope, true, (placeholder, message) => report(node, placeholder, message));
  };

  const checkLink = (node: Node) => {
    const href: unknown = node.attributes.href;
    if (typeof href === 'string' && /^(https?:\/\/|mailto:)\S+$/.test(href)) return;
    report(
      node,
      String(href),
      `Das Ziel „${String(href)}“ beginnt nicht mit https://, http:// oder mailto:.`,
    );
  };

  const checkTag = (node: Node, scope: ShapeScope, around: readonly string[]) => {
    const name = node.tag ?? '';
    const source = `{% ${name}`;
    const rule = Object.hasOwn(tagRules, name) ? tagRules[name] : undefined;
    if (!rule) {
      const names = Object.keys(tagRules).join(', ');
      const hint = name === 'table' ? 'Gemeint ist {% datatable %}.' : `Bekannt sind: ${names}.`;
      return report(node, source, `Den Baustein „${name}“ gibt es nicht. ${hint}`);
    }
    if (rule.within && !around.includes(rule.within)) {
      report(node, source, `„${name}“ steht außerhalb von {% ${rule.within} %}.`);
    }
    for (const attribute of rule.required ?? []) {
      if (node.attributes[attribute] !== undefined) continue;
      const wanted =
        attribute === 'primary'
          ? 'eine Bedingung, zum Beispiel {% if $name %}'
          : `die Angabe „${attribute}=“`;
      report(node, source, `Dem Baustein „${name}“ fehlt ${wanted}.`);
    }
    const allowed = [...(rule.required ?? []), ...(rule.optional ?? [])];
    for (const [attribute, value] of Object.entries(node.attributes)) {
      if (!allowed.includes(attribute)) {
        report(node, attribute, `Der Baustein „${name}“ kennt die Angabe „${attribute}“ nicht.`);
      }
      const isPrinted = ['title', 'foot', 'label', 'caption', 'role', 'place'].includes(attribute);
      checkExpression(value, scope, isPrinted, (placeholder, message) => report(node, placeholder, message));
    }
    checkValues(node, name, source, scope);
  };

  const checkValues = (node: Node, name: string, source: string, scope: ShapeScope) => {
    const { name: figure, align, width, items, lines } = node.attributes as Record<string, unknown>;
    if (name === 'figure' && figure !== undefined && !known.figures.includes(textOf(figure))) {
      const names = known.figures.join(', ') || 'keine';
      report(node, textOf(figure), `Die Grafik „${textOf(figure)}“ gibt es nicht. Bekannt sind: ${names}.`);
    }
    if (align !== undefined && !['left', 'right', 'center'].includes(textOf(align))) {
      report(node, textOf(align), `„align“ ist left, right oder center, nicht „${textOf(align)}“.`);
    }
    if (width !== undefined && !(typeof width === 'number' && width > 0)) {
      report(node, source, '„width“ ist eine Zahl größer als 0.');
    }
    if (lines !== undefined && !(typeof lines === 'number' && lines >= 1 && lines <= 20)) {
      report(node, source, '„lines“ ist eine Zahl von 1 bis 20.');
    }
    const shape = scope && items !== undefined ? shapeAt(items, scope) : undefined;
    if (shape !== undefined && !Array.isArray(shape)) {
      report(node, describe(items), `„${describe(items)}“ ist keine Liste.`);
    }
  };

  visit(template.root, scopeOf(known.shape), []);
  return faults.sort((a, b) => a.line - b.line);
}

/** An attribute as the person who wrote it knows it. */
function textOf(value: unknown): string {
  return typeof value === 'string' ? value : describe(value);
}

function scopeOf(shape: DataShape | undefined): ShapeScope {
  return typeof shape === 'object' && !Array.isArray(shape)
    ? (shape as Readonly<Record<string, DataShape>>)
    : null;
}

function scopeInside(node: Node, scope: ShapeScope): ShapeScope {
  const name: unknown = node.attributes.as;
  if (!scope || typeof name !== 'string') return scope;
  const list = shapeAt(node.attributes.items, scope);
  const item = Array.isArray(list) ? (list[0] as DataShape) : undefined;
  return { ...scope, [name]: item ?? {} };
}

/** The placeholder and a German sentence for what Markdoc found. */
function explain(node: Node, id: string, template: ParsedTemplate): [string, string] {
  if (id === 'missing-closing') {
    return [`{% ${node.tag}`, `{% ${node.tag} %} wird nicht geschlossen. Ergänzen Sie {% /${node.tag} %}.`];
  }
  if (id === 'missing-opening') {
    return [`{% /${node.tag}`, `{% /${node.tag} %} steht hier ohne ein {% ${node.tag} %} davor.`];
  }
  const lines = template.lines.slice(node.lines[0] ?? 0, node.lines.at(-1) ?? 0);
  const sources = lines.join('\n').match(/\{%.*?%\}/gs) ?? [];
  const source = sources.length === 1 ? sources[0] : '';
  return [
    source,
    `Der Platzhalter ${source ? `„${source}“ ` : ''}ist nicht lesbar. Prüfen Sie Klammern und Anführungszeichen.`,
  ];
}
