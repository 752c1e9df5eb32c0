import type { RuleBook } from '~/eligibility/rule-book';
import type { CareDispute, CareEnd, CareFile } from './care';
import { openPoints } from './rules/exit';

/** What can be done with somebody's case management, by the word in the address. */
export const careSteps = [
  'warteliste',
  'abmeldung',
  'clearing',
  'uebernahme',
  'ablehnung',
  'abgang',
  'klaerung',
  'entscheidung',
  'gespraech',
  'einladung',
  'abschluss',
  'berichtigung',
] as const;
export type CareStep = (typeof careSteps)[number];

export interface CareStanding {
  readonly file: CareFile;
  /** Of the newest care. */
  readonly end: CareEnd | null;
  readonly disputes: readonly CareDispute[];
  /** The book of a care that begins today; null: none is chosen. */
  readonly book: RuleBook | null;
}

/** What the actor may do about this person, by role and because in charge. */
export interface CareRights {
  readonly accountId: string;
  /** In charge, or standing in. */
  readonly handles: boolean;
  /** In charge as a case manager, who alone decides on entry and exit (rules A16, X1). */
  readonly manages: boolean;
  readonly leads: boolean;
}

/** The steps that are possible now, in the order in which they are offered; the first is the usual one. */
export function stepsFor(standing: CareStanding, rights: CareRights): CareStep[] {
  const { file, book } = standing;
  const { current, access, waitingSince } = file;
  if (current?.state === 'clearing') return rights.manages ? ['uebernahme', 'ablehnung'] : [];
  if (current) return stepsInCare(standing, rights);
  const steps: CareStep[] = [];
  if (access && book && rights.manages) {
    steps.push('uebernahme', ...(book.clearing.maxMonths ? (['clearing'] as const) : []), 'ablehnung');
  }
  if (access && rights.handles && waitingSince === null) steps.push('warteliste');
  if (rights.handles && waitingSince !== null) steps.push('abmeldung');
  return [...steps, ...stepsAfter(standing, rights)];
}

function stepsInCare({ disputes }: CareStanding, rights: CareRights): CareStep[] {
  const open = disputes.find(({ decidedAt }) => decidedAt === null);
  const steps: CareStep[] = [];
  if (rights.manages) steps.push('abgang');
  if (rights.manages && !open) steps.push('klaerung');
  if (rights.leads && open && open.askedById !== rights.accountId) steps.push('entscheidung');
  return steps;
}

/** What is left to do after a refusal or an exit, by whoever is in charge then (rules A17, X5, X7). */
function stepsAfter({ file, end }: CareStanding, rights: CareRights): CareStep[] {
  const [last] = file.cares;
  if (!last || !rights.handles) return [];
  const steps: CareStep[] = [];
  if (end && last.state === 'declined' && end.talkOn === null) steps.push('gespraech');
  if (end && end.inviteBy !== null && end.invitedOn === null) steps.push('einladung');
  if (last.exitedOn !== null) {
    if (openPoints(end?.closingPoints ?? []).length > 0) steps.push('abschluss');
    steps.push('berichtigung');
  }
  return steps;
}
