import { plainDate } from '~/values/calendar';
import type { ClientDetails, ClientFinding } from './client';

export type AgeBand = 'u25' | 'o25';

/** Completed years of age on that day. Who is born on 29.02. completes a year with 28.02., so counts on 01.03. */
export function ageOn(birthDate: string, onDate: string): number {
  const born = plainDate(birthDate);
  const day = plainDate(onDate);
  const years = day.year - born.year;
  // Month and day as numbers: 29.02. is later than any 28.02. and earlier than any 01.03.
  const hadBirthday = day.month * 100 + day.day >= born.month * 100 + born.day;
  return hadBirthday ? years : years - 1;
}

/**
 * The band in which a person counts: under 25 up to the day before the 25th birthday.
 * Where a whole household is served the lead person's date of birth is asked with.
 *
 * Source: rule C7; rules.md § 12.5 (29.02. is our reading).
 */
export function ageBandOn(birthDate: string, onDate: string): AgeBand {
  return ageOn(birthDate, onDate) < 25 ? 'u25' : 'o25';
}

const youngest = 15;
const oldest = 100;

/**
 * What a person's data contradict on the day they are typed.
 *
 * Source: 15 years are the lower limit of § 7 (1) SGB II; a hundred years guard
 * against a mistyped century (our proposal).
 */
export function checkClient(client: ClientDetails, today: string): ClientFinding[] {
  const findings: ClientFinding[] = [];
  // Days as YYYY-MM-DD sort like the calendar.
  if (client.birthDate > today) findings.push({ code: 'birthDateInFuture' });
  else {
    const years = ageOn(client.birthDate, today);
    if (years < youngest) findings.push({ code: 'tooYoung', years });
    if (years > oldest) findings.push({ code: 'tooOld', years });
  }
  const forecast = [client.forecastMonths, client.marketProximity, client.expectsProgress];
  findings.push(...checkJudgement('forecastOn', client.forecastOn, forecast, today));
  const readiness = [client.isWilling, client.readinessByTalk, client.readinessNoteMade || null];
  findings.push(...checkJudgement('readinessClarifiedOn', client.readinessClarifiedOn, readiness, today));
  return findings;
}

/** A judgement without its day says nothing later on; one of tomorrow is a slip. */
function checkJudgement(
  field: 'forecastOn' | 'readinessClarifiedOn',
  day: string | null,
  parts: readonly unknown[],
  today: string,
): ClientFinding[] {
  if (day === null) return parts.some((part) => part !== null) ? [{ code: 'dayMissing', field }] : [];
  return day > today ? [{ code: 'dayInFuture', field, today }] : [];
}

/** A registered substitution is a period of whole days that has not passed when it is entered. */
export function checkSubstitution(
  substitution: { readonly starts: string; readonly ends: string },
  today: string,
): ('endsBeforeStart' | 'isPast')[] {
  if (substitution.ends < substitution.starts) return ['endsBeforeStart'];
  return substitution.ends < today ? ['isPast'] : [];
}
