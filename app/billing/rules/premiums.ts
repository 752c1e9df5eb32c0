import type { AgreedPremium, PremiumKind } from '~/contracts/service';

export type PremiumRefusal =
  | { readonly code: 'premiumNotAgreed' }
  | { readonly code: 'premiumTwice' }
  | { readonly code: 'reachedBeforeStart'; readonly starts: string }
  | { readonly code: 'reachedInFuture'; readonly today: string }
  | {
      readonly code: 'capReached';
      readonly year: number;
      readonly capCents: number;
      readonly leftCents: number;
    };

interface EarlierClaim {
  readonly participantKey: string;
  readonly kind: PremiumKind;
  readonly reachedOn: string;
  readonly amountCents: number;
}

interface AskedPremium {
  readonly kind: PremiumKind;
  readonly participantKey: string;
  /** First day of the participation. */
  readonly starts: string;
  readonly reachedOn: string;
  readonly today: string;
}

/**
 * What stands against claiming a premium: it was agreed, once per person and kind, and
 * the kind's cap of the calendar year in which the result was there is not passed.
 *
 * Source: rule B14.
 */
export function premiumRefusals(
  asked: AskedPremium,
  agreed: readonly AgreedPremium[],
  earlier: readonly EarlierClaim[],
): PremiumRefusal[] {
  const premium = agreed.find(({ kind }) => kind === asked.kind);
  if (!premium) return [{ code: 'premiumNotAgreed' }];
  const ofKind = earlier.filter(({ kind }) => kind === asked.kind);
  const refusals: PremiumRefusal[] = [];
  if (ofKind.some(({ participantKey }) => participantKey === asked.participantKey)) {
    refusals.push({ code: 'premiumTwice' });
  }
  if (asked.reachedOn < asked.starts) refusals.push({ code: 'reachedBeforeStart', starts: asked.starts });
  if (asked.reachedOn > asked.today) refusals.push({ code: 'reachedInFuture', today: asked.today });
  const year = asked.reachedOn.slice(0, 4);
  const before = ofKind
    .filter(({ reachedOn }) => reachedOn.startsWith(year))
    .reduce((sum, { amountCents }) => sum + amountCents, 0);
  const { yearCapCents: capCents, amountCents } = premium;
  if (capCents !== null && before + amountCents > capCents) {
    const leftCents = Math.max(0, capCents - before);
    refusals.push({ code: 'capReached', year: Number(year), capCents, leftCents });
  }
  return refusals;
}
