import type { PreparationParts, ScoringMethod } from '../preparation/parts';

type Evaluation = PreparationParts['evaluation'];

/** Most that bids may lie behind the leader and still compete; procurement.md § 5. */
export const mostTolerancePercent = 10;

export interface EvaluationFinding {
  readonly code: 'missing' | 'drawLotsNotLast' | 'tieRuleTwice';
  /** Name of the field. */
  readonly field: string;
}

/**
 * Whether the method has all it needs.
 *
 * Source: procurement.md § 5; documents.md §§ 3, 14 (row 3).
 */
export function evaluationFindings(evaluation: Evaluation): EvaluationFinding[] {
  const { method, tieRules, priceBasis } = evaluation;
  const missing = (field: string): EvaluationFinding => ({ code: 'missing', field });
  return [
    ...(method === null
      ? [missing('method')]
      : fieldsOfMethod(method)
          .filter((field) => evaluation[field] === null)
          .map(missing)),
    ...(tieRules.length === 0 ? [missing('tieRules.0.rule')] : tieFindings(tieRules)),
    ...(priceBasis === null && method !== 'fixedPrice' ? [missing('priceBasis')] : []),
  ];
}

type MethodField = keyof Omit<Evaluation, 'method' | 'tieRules' | 'priceBasis'>;

/** The figures a method counts with. */
function fieldsOfMethod(method: ScoringMethod): readonly MethodField[] {
  switch (method) {
    case 'richtwertSimple':
    case 'fixedPrice':
      return [];
    case 'richtwertExtended':
      return ['tolerancePercent', 'decider'];
    case 'proportional':
    case 'median':
      return ['qualityPercent'];
    case 'linear':
      return ['qualityPercent', 'zeroPointPercent'];
    case 'reference':
      return ['qualityPercent', 'referencePoints', 'referencePriceCents'];
  }
}

/** Without the figures of other methods: in a paper they would mislead. */
export function onlyOfMethod(evaluation: Evaluation): Evaluation {
  const fields = evaluation.method === null ? [] : fieldsOfMethod(evaluation.method);
  const kept = <Field extends MethodField>(field: Field) =>
    fields.includes(field) ? evaluation[field] : null;
  return {
    ...evaluation,
    qualityPercent: kept('qualityPercent'),
    tolerancePercent: kept('tolerancePercent'),
    decider: kept('decider'),
    zeroPointPercent: kept('zeroPointPercent'),
    referencePoints: kept('referencePoints'),
    referencePriceCents: kept('referencePriceCents'),
  };
}

/** A draw decides always: what stands behind it would never be asked. */
function tieFindings(tieRules: Evaluation['tieRules']): EvaluationFinding[] {
  const draw = tieRules.indexOf('drawLots');
  const twice = tieRules.findIndex((rule, index) => tieRules.indexOf(rule) < index);
  return [
    ...(twice >= 0 ? [{ code: 'tieRuleTwice' as const, field: `tieRules.${twice}.rule` }] : []),
    ...(draw >= 0 && draw < tieRules.length - 1
      ? [{ code: 'drawLotsNotLast' as const, field: `tieRules.${draw}.rule` }]
      : []),
  ];
}
