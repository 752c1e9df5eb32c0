import { renderPdf } from '#templates/engine/index';
import { loadCouncilPaper } from './council-paper/print';
import { loadEvaluation } from './evaluation/print';
import { loadFactSheet } from './fact-sheet/print';
import type { DocumentKind } from './kinds';
import { tenderLoader } from './tender/print';
import type { LoadedPaper, PaperLoader } from './paper';
import type { TemplateText } from './templates/store';

/** How each paper of a measure is read. */
const loaders: Readonly<Record<DocumentKind, PaperLoader>> = {
  beschlussvorlage: loadCouncilPaper,
  kurzprofil: loadFactSheet,
  auswertung: loadEvaluation,
  leistungsbeschreibung: tenderLoader('leistungsbeschreibung'),
  bewertungsmatrix: tenderLoader('bewertungsmatrix'),
  preisblatt: tenderLoader('preisblatt'),
  eignung: tenderLoader('eignung'),
  vertrag: tenderLoader('vertrag'),
  vergabeunterlagen: tenderLoader('vergabeunterlagen'),
};

export function loaderOf(kind: DocumentKind): PaperLoader {
  return loaders[kind];
}

/** The paper as PDF; the same data and template give the same bytes. */
export function printPaper(paper: LoadedPaper, template: TemplateText, isDraft: boolean): Promise<Buffer> {
  return renderPdf(paper.input(template, isDraft));
}
