import type { Committee } from '~/authority/authority';
import type { BudgetProduct } from '~/budget/budget';
import { productLabel } from '~/budget/entry-text';
import { conflictSentences } from '~/ui/form/save-conflict';
import { fieldLabel } from './field-labels';
import { type SectionLock, sectionLock } from './lock';
import type { MeasurePlan, PlanPatch, PlanRefusal } from './plan';
import type { SectionSlug } from './sections';
import { typedSection } from './typed-section';

/** What the fields offer to choose from; needed to say a choice in words. */
export interface PlanChoices {
  readonly committees: readonly Committee[];
  readonly products: readonly BudgetProduct[];
}

/** What a refused save answers: sentences, faults at fields, and the lock to save again with. */
export interface RefusalReply {
  readonly findings: readonly string[];
  readonly errors: Readonly<Record<string, string>>;
  readonly lock: SectionLock;
}

/**
 * The answer to a refused save. After a conflict it carries the new lock: the person
 * has seen both values then, and may save again.
 */
export function refusalReply(
  refusals: readonly PlanRefusal[],
  typed: { readonly section: SectionSlug; readonly patch: PlanPatch; readonly lock: SectionLock },
  choices: PlanChoices,
): RefusalReply {
  const conflict = refusals.find((refusal) => refusal.code === 'savedMeanwhile');
  if (conflict) {
    return {
      findings: conflictWith(conflict.current, typed.section, typed.patch, choices),
      errors: {},
      lock: sectionLock(typed.section, conflict.current),
    };
  }
  const gone = refusals.flatMap((refusal) => (refusal.code === 'choiceGone' ? [refusal.field] : []));
  return {
    findings: [],
    errors: Object.fromEntries(gone.map((field) => [field, choiceGoneText(field)])),
    lock: typed.lock,
  };
}

function conflictWith(
  current: MeasurePlan,
  section: SectionSlug,
  patch: PlanPatch,
  choices: PlanChoices,
): string[] {
  const mine = typedSection(section, { ...current, ...patch });
  return conflictSentences(typedSection(section, current), mine, {
    label: (name) => fieldLabel(name, choices.committees),
    value: (name, text) => valueInWords(name, text, choices),
  });
}

function choiceGoneText(field: string): string {
  const thing = field === 'productId' ? 'Das Produkt' : 'Der Ausschuss';
  return `${thing} wurde inzwischen entfernt. Laden Sie die Seite neu und wählen Sie noch einmal.`;
}

const answers: Readonly<Record<string, string>> = { ja: 'Ja', nein: 'Nein', known: 'Ja', unknown: 'Nein' };

function valueInWords(name: string, text: string, { committees, products }: PlanChoices): string {
  switch (name) {
    case 'productId': {
      const product = products.find(({ id }) => id === text);
      return product ? productLabel(product) : text;
    }
    case 'reportCommitteeId':
      return committees.find(({ id }) => id === text)?.name ?? text;
    case 'demandKind':
    case 'isVoluntaryService':
    case 'hasOptions':
      return answers[text] ?? text;
    default:
      return text;
  }
}
