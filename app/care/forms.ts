import { z } from 'zod';
import { exitReasons, type Progress } from '~/allocation/allocation';
import {
  checked,
  germanDate,
  longText,
  oneOf,
  optionalGermanDate,
  optionalLongText,
  optionalText,
  optionalYesNo,
  someOf,
  wholeNumber,
  yesNo,
} from '~/ui/fields';
import { talkPoints } from '~/reports/report';
import { refusalReasons } from './words';

/** Long enough for a reason, too short for a file (rule P1). */
const short = { max: 500 };

export const waitForm = z.object({ since: germanDate('Geben Sie den Tag der Vormerkung ein.') });

/** A step without anything to type. */
export const confirmForm = z.object({});

const start = {
  day: germanDate('Geben Sie den Tag ein.'),
  reason: longText('Geben Sie die Gründe ein.', short),
  backdateReason: optionalText(),
  lateReason: optionalText(),
};

export const beginForm = z.object({ ...start, earlierReason: optionalText() });

export const refusalForm = z.object({
  ...start,
  settledBy: oneOf(['jobcenter', 'client'], 'Wählen Sie, von wem die Ablehnung ausgeht.'),
  settledReason: oneOf(refusalReasons, 'Wählen Sie den Grund der Ablehnung.'),
  talkOn: optionalGermanDate(),
});

/** What became of one need; "behoben" is an improvement that leaves nothing to do. */
const needOutcomes = ['removed', 'better', 'same', 'worse'] as const;

interface JudgedNeed {
  readonly need: string;
  readonly progress: Progress;
  readonly isRemoved: boolean;
}

/** One select for each need, named `progress.need`; those left open are left out. */
const judgedNeeds = z
  .record(z.string(), z.unknown())
  .optional()
  .transform((typed): JudgedNeed[] =>
    Object.entries(typed ?? {}).flatMap(([need, value]) => {
      const outcome = needOutcomes.find((one) => one === value);
      if (!outcome) return [];
      const isRemoved = outcome === 'removed';
      return [{ need, progress: isRemoved ? ('better' as const) : outcome, isRemoved }];
    }),
  );

/** The closing talk, as far as it was held (rule X7). */
const closing = {
  closingTalkOn: optionalGermanDate(),
  closingPoints: someOf(talkPoints),
  aftercareUntil: optionalGermanDate(),
};

export const exitForm = z.object({
  exitedOn: germanDate('Geben Sie den letzten Tag der Betreuung ein.'),
  exitReason: oneOf(exitReasons, 'Wählen Sie den Beendigungsgrund.'),
  explanation: longText('Geben Sie die Gründe des Abgangs ein.', short),
  progress: judgedNeeds,
  talkOn: optionalGermanDate(),
  profilingUpdated: checked(),
  backdateReason: optionalText(),
  ...closing,
});

export const closingForm = z.object(closing);

/** Why it is corrected is needed; the rule says so at the field. */
export const correctionForm = z.object({
  exitedOn: germanDate('Geben Sie den letzten Tag der Betreuung ein.'),
  exitReason: oneOf(exitReasons, 'Wählen Sie den Beendigungsgrund.'),
  note: optionalLongText(short),
});

export const disputeForm = z.object({
  question: longText('Geben Sie ein, worüber die Teamleitung entscheiden soll.', short),
});

export const disputeDecisionForm = z.object({
  disputeId: z.string(),
  endsCare: yesNo('Wählen Sie, ob die Betreuung endet.'),
  reason: longText('Geben Sie die Gründe Ihrer Entscheidung ein.', short),
});

export const talkForm = z.object({ talkOn: germanDate('Geben Sie den Tag des Gesprächs ein.') });

export const invitationForm = z.object({ invitedOn: germanDate('Geben Sie den Tag der Einladung ein.') });

export const reviewForm = z.object({
  decision: oneOf(['goOn', 'end'], 'Wählen Sie, ob die Betreuung weitergeht.'),
  reasons: longText('Geben Sie die Gründe der Entscheidung ein.', short),
  prospects: optionalLongText(short),
});

/** What a lead answers; which of it is needed says the rule. */
export const leadForm = z.object({ isGranted: optionalYesNo(), note: optionalLongText(short) });

export const effectForm = z.object({
  isIntegrated: yesNo('Wählen Sie, ob Arbeit oder Ausbildung aufgenommen wurde.'),
  hadMedicalService: yesNo('Wählen Sie, ob der Ärztliche Dienst beteiligt war.'),
  hadHealthNeed: yesNo('Wählen Sie, ob ein Handlungsbedarf in der Gesundheit bestand.'),
  needsRemoved: wholeNumber('Geben Sie die Zahl der behobenen Handlungsbedarfe ein.', { max: 50 }),
  progress: oneOf(['better', 'same', 'worse'], 'Wählen Sie, wie sich die Lage insgesamt verändert hat.'),
});

export const teamCheckForm = z.object({
  kind: oneOf(['caseload', 'waiting'], 'Wählen Sie, was Sie geprüft haben.'),
});
