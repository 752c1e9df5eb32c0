import { readFileSync } from 'node:fs';
import path from 'node:path';
import { checkTemplate, type TemplateFault } from '#templates/engine/index';
import { consequenceFaults } from '../allocation-letter/check';
import { allocationLetterShape } from '../allocation-letter/template-data';
import { councilPaperShape } from '../council-paper/template-data';
import { evaluationShape } from '../evaluation/template-data';
import { extensionShape } from '../extension/template-data';
import { invoiceShape } from '../invoice/template-data';
import { factSheetShape } from '../fact-sheet/template-data';
import { portfolioFigures, portfolioShape } from '../portfolio-overview/template-data';
import { participantReportShape } from '../participant-report/template-data';
import { tenderShape } from '../tender/template-shape';
import { templateKinds, type TemplateKind } from '../kinds';
import { placeholderNames } from './placeholders';

/** Name of a kind's template, as messages and the paper's footer give it. */
export function templateFile(kind: TemplateKind): string {
  return `${kind}.md`;
}

/**
 * The text as delivered. Read from the project's root: bundling moves modules,
 * so nothing may look beside itself.
 */
export function readDeliveredTemplate(kind: TemplateKind, projectRoot = process.cwd()): string {
  return readFileSync(path.join(projectRoot, 'templates', templateFile(kind)), 'utf8');
}

/** What each kind offers to its template. */
const offers = {
  beschlussvorlage: { shape: councilPaperShape, figures: ['ablauf'] },
  kurzprofil: { shape: factSheetShape, figures: ['phasen'] },
  auswertung: { shape: evaluationShape, figures: ['ergebnisse'] },
  leistungsbeschreibung: { shape: tenderShape, figures: [] },
  bewertungsmatrix: { shape: tenderShape, figures: [] },
  preisblatt: { shape: tenderShape, figures: [] },
  eignung: { shape: tenderShape, figures: [] },
  vertrag: { shape: tenderShape, figures: [] },
  vergabeunterlagen: { shape: tenderShape, figures: [] },
  portfolio: { shape: portfolioShape, figures: portfolioFigures },
  verlaengerung: { shape: extensionShape, figures: [] },
  zuweisung: { shape: allocationLetterShape, figures: [] },
  abschlussbericht: { shape: participantReportShape, figures: [] },
  rechnung: { shape: invoiceShape, figures: [] },
} as const satisfies Record<TemplateKind, unknown>;

/** All faults of a text as a template of this kind, by line. */
export function faultsOfTemplate(kind: TemplateKind, text: string): TemplateFault[] {
  const { shape, figures } = offers[kind];
  const faults = checkTemplate(templateFile(kind), text, shape, figures);
  return kind === 'zuweisung' && faults.length === 0 ? consequenceFaults(templateFile(kind), text) : faults;
}

/** Faults of the delivered templates; a broken one must stop the start and not a paper. */
export function faultsOfDeliveredTemplates(projectRoot: string): TemplateFault[] {
  return templateKinds.flatMap(({ kind }) =>
    faultsOfTemplate(kind, readDeliveredTemplate(kind, projectRoot)),
  );
}

/** The placeholders a template of this kind may use. */
export function placeholdersOf(kind: TemplateKind): string[] {
  return placeholderNames(offers[kind].shape);
}
