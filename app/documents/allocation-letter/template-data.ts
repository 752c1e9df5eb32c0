import type { ShapeOf } from '#templates/engine/index';
import type { Authority } from '~/authority/authority';
import type { LegalBasisSetting } from '~/eligibility/legal-basis-settings';
import { describeTerm, formatDay } from '~/values/calendar';

/** Everything the letter about an allocation, or about the waiting list, is printed from. */
export interface AllocationLetterFacts {
  readonly authority: Pick<Authority, 'name' | 'office' | 'isFictional'>;
  readonly person: {
    readonly name: string;
    readonly customerNumber: string;
    /** Empty: it is handed over personally. */
    readonly addressLines: readonly string[];
  };
  readonly responsibleName: string;
  readonly measure: {
    readonly title: string;
    readonly legalBases: readonly string[];
    /** Null: the table of legal bases knows none of them; then no notice of consequences is given. */
    readonly setting: Pick<LegalBasisSetting, 'allowsConsequenceNotice'> | null;
  };
  readonly about:
    | {
        readonly kind: 'allocation';
        readonly reason: string;
        readonly starts: string;
        readonly ends: string;
        readonly providerName: string;
        readonly site: string;
        readonly groupName: string | null;
        readonly venueLines: readonly string[];
        readonly firstAppointment: string | null;
        /** What the provider gets to know, one statement each. */
        readonly disclosed: readonly string[];
      }
    | { readonly kind: 'waiting'; readonly since: string; readonly site: string | null };
}

interface LetterData {
  readonly behoerde: { readonly name: string; readonly istBeispiel: boolean };
  readonly schreiben: { readonly titel: string };
  readonly person: {
    readonly name: string;
    readonly kundennummer: string;
    readonly anschrift: readonly string[];
  };
  readonly zustaendig: { readonly name: string };
  readonly massnahme: { readonly name: string };
  readonly istWarteliste: boolean;
  readonly warteliste: { readonly seit: string; readonly standort: string | null };
  readonly zuweisung: {
    readonly grund: string;
    readonly beginn: string;
    readonly ende: string;
    readonly dauer: string;
    readonly standort: string;
    readonly gruppe: string | null;
    readonly anfahrt: readonly string[];
    readonly ersterTermin: string | null;
  };
  readonly traeger: { readonly name: string };
  readonly weitergabe: readonly string[];
  readonly recht: { readonly grundlagen: readonly string[]; readonly mitRechtsfolgen: boolean };
}

/** What the template of the letter may use. */
export const allocationLetterShape: ShapeOf<LetterData> = {
  behoerde: { name: 'text', istBeispiel: 'flag' },
  schreiben: { titel: 'text' },
  person: { name: 'text', kundennummer: 'text', anschrift: ['text'] },
  zustaendig: { name: 'text' },
  massnahme: { name: 'text' },
  istWarteliste: 'flag',
  warteliste: { seit: 'text', standort: 'text' },
  zuweisung: {
    grund: 'text',
    beginn: 'text',
    ende: 'text',
    dauer: 'text',
    standort: 'text',
    gruppe: 'text',
    anfahrt: ['text'],
    ersterTermin: 'text',
  },
  traeger: { name: 'text' },
  weitergabe: ['text'],
  recht: { grundlagen: ['text'], mitRechtsfolgen: 'flag' },
};

/** Names nobody: the title stands in the file's properties. */
export function letterTitle({ about, measure }: AllocationLetterFacts): string {
  return about.kind === 'waiting'
    ? `Warteliste der Maßnahme „${measure.title}“`
    : `Zuweisung zur Maßnahme „${measure.title}“`;
}

export function allocationLetterData(facts: AllocationLetterFacts): LetterData {
  const { authority, person, responsibleName, measure, about } = facts;
  const allocation = about.kind === 'allocation' ? about : null;
  const waiting = about.kind === 'waiting' ? about : null;
  return {
    behoerde: { name: authority.name, istBeispiel: authority.isFictional },
    schreiben: { titel: letterTitle(facts) },
    person: { name: person.name, kundennummer: person.customerNumber, anschrift: person.addressLines },
    zustaendig: { name: responsibleName },
    massnahme: { name: measure.title },
    istWarteliste: waiting !== null,
    warteliste: { seit: waiting ? formatDay(waiting.since) : '', standort: waiting?.site ?? null },
    zuweisung: {
      grund: allocation?.reason ?? '',
      beginn: allocation ? formatDay(allocation.starts) : '',
      ende: allocation ? formatDay(allocation.ends) : '',
      dauer: allocation ? describeTerm(allocation.starts, allocation.ends) : '',
      standort: allocation?.site ?? '',
      gruppe: allocation?.groupName ?? null,
      anfahrt: allocation?.venueLines ?? [],
      ersterTermin: allocation?.firstAppointment ?? null,
    },
    traeger: { name: allocation?.providerName ?? '' },
    weitergabe: allocation?.disclosed ?? [],
    recht: {
      grundlagen: measure.legalBases,
      mitRechtsfolgen: measure.setting?.allowsConsequenceNotice ?? false,
    },
  };
}
