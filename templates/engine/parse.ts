/** From template text to Markdoc's raw syntax tree, with the lines kept for messages. */
import Markdoc, { type Node } from '@markdoc/markdoc';
import type { TemplateFault } from './fault';

export interface ParsedTemplate {
  readonly file: string;
  readonly root: Node;
  readonly lines: readonly string[];
  /** `version:` of the front matter; empty if there is none. */
  readonly version: string;
}

export function parseTemplate(file: string, text: string): ParsedTemplate {
  const root = Markdoc.parse(text);
  const frontmatter: unknown = root.attributes.frontmatter;
  const version = typeof frontmatter === 'string' ? /^version:\s*(.+)$/m.exec(frontmatter)?.[1] : undefined;
  return { file, root, lines: text.split('\n'), version: version?.trim() ?? '' };
}

/**
 * A fault with its line. Markdoc gives an inline node the lines of its whole
 * paragraph; the first of them in which `placeholder` stands is the right one.
 */
export function faultAt(
  template: ParsedTemplate,
  node: Node,
  placeholder: string,
  message: string,
): TemplateFault {
  const from = node.lines[0] ?? 0;
  const to = Math.max(from + 1, node.lines.at(-1) ?? 0);
  const within = template.lines.slice(from, to).findIndex((line) => line.includes(placeholder));
  return { file: template.file, line: from + Math.max(within, 0) + 1, placeholder, message };
}
