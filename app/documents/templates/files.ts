import { readFileSync } from 'node:fs';
import path from 'node:path';
import { checkTemplate, type TemplateFault } from '#templates/engine/index';
import { councilPaperShape } from '../council-paper/template-data';
import { documentKinds, type DocumentKind } from '../kinds';
import { placeholderNames } from './placeholders';

/** Name of a kind's template, as messages and the paper's footer give it. */
export function templateFile(kind: DocumentKind): string {
  return `${kind}.md`;
}

/**
 * The text as delivered. Read from the project's root: bundling moves modules,
 * so nothing may look beside itself.
 */
export function readDeliveredTemplate(kind: DocumentKind, projectRoot = process.cwd()): string {
  return readFileSync(path.join(projectRoot, 'templates', templateFile(kind)), 'utf8');
}

/** What each kind offers to its template. */
const offers = {
  beschlussvorlage: { shape: councilPaperShape, figures: ['ablauf'] },
} as const satisfies Record<DocumentKind, unknown>;

/** All faults of a text as a template of this kind, by line. */
export function faultsOfTemplate(kind: DocumentKind, text: string): TemplateFault[] {
  const { shape, figures } = offers[kind];
  return checkTemplate(templateFile(kind), text, shape, figures);
}

/** Faults of the delivered templates; a broken one must stop the start and not a paper. */
export function faultsOfDeliveredTemplates(projectRoot: string): TemplateFault[] {
  return documentKinds.flatMap(({ kind }) =>
    faultsOfTemplate(kind, readDeliveredTemplate(kind, projectRoot)),
  );
}

/** The placeholders a template of this kind may use. */
export function placeholdersOf(kind: DocumentKind): string[] {
  return placeholderNames(offers[kind].shape);
}
