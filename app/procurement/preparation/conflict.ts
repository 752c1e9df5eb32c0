import { conflictSentences } from '~/ui/form/save-conflict';
import type { TypedValues } from '~/ui/form/typed-values';
import { type SectionLock, lockOf } from '~/portfolio/editing/lock';
import type { TenderPlan } from '../facts';
import {
  deciderNames,
  methodNames,
  optionPriceNames,
  paymentModelNames,
  priceBasisNames,
  processorRoleNames,
  proofTimeNames,
  tieRuleNames,
  unitNames,
} from '../words';
import { tenderFieldLabel } from './field-labels';
import type { PreparationPatch, TenderPreparation } from './parts';
import type { StepSlug } from './steps';
import { allSites, typedStep } from './typed-step';

/** Travels hidden in the form and says which state of the preparation it was filled from. */
export function stepLock(step: StepSlug, preparation: TenderPreparation, plan: TenderPlan): SectionLock {
  return lockOf(preparation.version, typedStep(step, preparation.parts, plan));
}

/** The answer to a save that came too late: both values of each field, and the lock to save again with. */
export function conflictReply(
  step: StepSlug,
  patch: PreparationPatch,
  current: { readonly preparation: TenderPreparation; readonly plan: TenderPlan },
): { readonly findings: readonly string[]; readonly lock: SectionLock } {
  const { preparation, plan } = current;
  const stored = typedStep(step, preparation.parts, plan);
  const mine: TypedValues = typedStep(step, { ...preparation.parts, ...patch }, plan);
  return {
    findings: conflictSentences(stored, mine, { label: tenderFieldLabel, value: valueInWords }),
    lock: stepLock(step, preparation, plan),
  };
}

const choices: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  unit: unitNames,
  method: methodNames,
  decider: deciderNames,
  rule: tieRuleNames,
  priceBasis: priceBasisNames,
  optionPrice: optionPriceNames,
  paymentModel: paymentModelNames,
  due: proofTimeNames,
  processorRole: processorRoleNames,
  kind: { minimum: 'Mindestanforderung (A)', scored: 'wird bewertet (B)' },
  level: { 1: 'Kriterium', 2: 'Unterkriterium' },
  vat: { exempt: 'befreit', rate: 'mit Steuersatz' },
  site: { [allSites]: 'alle Standorte' },
  asksWageDeclaration: { ja: 'Ja', nein: 'Nein' },
  asksMinimumPay: { ja: 'Ja', nein: 'Nein' },
  zeroExcludes: { on: 'Ja' },
};

function valueInWords(name: string, text: string): string {
  const column = name.split('.').at(-1) ?? name;
  return choices[column]?.[text] ?? text;
}
