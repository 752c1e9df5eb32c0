import type { Tx } from '#db/as-actor';
import { type PaperInput, renderPdf } from '#templates/engine/index';
import { reportName } from '~/allocation/words';
import { findLetterhead } from '~/authority/store';
import type { Actor } from '~/identity/actor';
import type { Submission } from '~/reports/report';
import { findContent, findFrame, findReport, isWithProvider, submitReport } from '~/reports/store';
import { paperMeta } from '../head';
import { templateFile } from '../templates/files';
import { findTemplate, type TemplateText } from '../templates/store';
import { participantReportData, type ParticipantReportFacts } from './template-data';

export function participantReportInput(
  facts: ParticipantReportFacts,
  template: TemplateText,
  { date, isDraft }: { readonly date: string; readonly isDraft: boolean },
): PaperInput {
  return {
    file: templateFile('abschlussbericht'),
    template: template.text,
    data: participantReportData(facts),
    meta: paperMeta({
      authority: facts.authority,
      // No name: the title stands in the history of the browser and in lists of files.
      title: `${reportName(facts.report)} zur Maßnahme ${facts.frame.measureTitle}`,
      kind: reportName(facts.report),
      version: null,
      confidentiality: 'vertraulich',
      date,
      isDraft,
    }),
  };
}

/** Submits a report and keeps its PDF, both or neither. Answers like `submitReport`. */
export async function submitWithPaper(
  tx: Tx,
  actor: Actor,
  asked: Parameters<typeof submitReport>[2],
): ReturnType<typeof submitReport> {
  return await submitReport(tx, actor, asked, (submission) => printReport(tx, submission, asked.today));
}

/** The final paper of what is handed in on that day. */
export async function printReport(
  tx: Tx,
  submission: Submission,
  day: string,
): Promise<{ readonly content: Buffer; readonly templateVersion: number }> {
  const { input, templateVersion } = await inputFor(tx, submission, day, false);
  return { content: await renderPdf(input), templateVersion };
}

/** The report as it would be printed today, marked as a draft; undefined where the provider writes no such report. */
export async function findDraftPaper(tx: Tx, id: string, today: string): Promise<PaperInput | undefined> {
  const report = await findReport(tx, id);
  if (!report || !isWithProvider(report)) return undefined;
  const [{ answers }, frame] = await Promise.all([findContent(tx, id), findFrame(tx, report, today)]);
  return (await inputFor(tx, { report, answers, frame }, today, true)).input;
}

async function inputFor(tx: Tx, submission: Submission, today: string, isDraft: boolean) {
  const [authority, template] = await Promise.all([findLetterhead(tx), findTemplate(tx, 'abschlussbericht')]);
  const input = participantReportInput({ ...submission, authority }, template, { date: today, isDraft });
  return { input, templateVersion: template.version };
}
