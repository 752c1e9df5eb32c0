import { type Duty, dutiesOf, type DutyKind } from '~/reporting/rules/duties';
import { listOwing, type Owing } from '~/reporting/store';
import { dutyAddress, dutyText } from '~/reporting/words';
import { formatDay } from '~/values/calendar';
import type { TodayRow } from '../row';
import { standsOnToday } from '../rules';
import type { TodaySource } from './source';

/**
 * What a provider owes the people who are with it now: an answer, contacts, the plan, the
 * exit. The same rule as in the list of participants says by when.
 */
export const participantsDue: TodaySource = {
  roles: ['provider'],
  list: async (tx, { actor, today }) => {
    const owing = await listOwing(tx, actor, today);
    return owing.flatMap((person) =>
      dutiesOf(person, today)
        .filter((duty) => standsOnToday(duty, today))
        .map((duty) => dutyRow(person, duty)),
    );
  },
};

const verbs: Readonly<Record<DutyKind, string>> = {
  confirm: 'Bestätigen',
  contact: 'Kontakt eintragen',
  plan: 'Plan anlegen',
  planReview: 'Plan prüfen',
  exit: 'Abgang eintragen',
  interimReport: 'Bericht schreiben',
  finalReport: 'Bericht schreiben',
};

function dutyRow(person: Owing, duty: Duty): TodayRow {
  const { kind, dueOn, overdueSince } = duty;
  return {
    key: `${kind} ${person.id}`,
    about: `${person.lastName}, ${person.firstName}`,
    what: kind === 'contact' ? contactText(person) : dutyText(duty),
    detail: [person.measureTitle, detailOf(person, kind)].filter(Boolean).join(' · '),
    verb: verbs[kind],
    to: dutyAddress(person.id, duty),
    when: { kind: 'by', day: overdueSince ?? dueOn },
  };
}

function contactText({ firstContactOn }: Owing): string {
  return firstContactOn === null ? 'Erstkontakt führen und eintragen' : 'Kontakt führen und eintragen';
}

function detailOf({ starts, contacts }: Owing, kind: DutyKind): string | null {
  if (kind === 'confirm') return `beginnt am ${formatDay(starts)}`;
  const last = contacts.filter(({ outcome }) => outcome === 'held').at(-1);
  return kind === 'contact' && last ? `letzter Kontakt am ${formatDay(last.day)}` : null;
}
