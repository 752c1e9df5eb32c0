import { evaluate, plainText, type TemplateFault } from '#templates/engine/index';
import { mentionsConsequences } from './consequences';
import { allocationLetterData, type AllocationLetterFacts, letterTitle } from './template-data';

/** A letter under § 16a to nobody, both kinds of it. */
const voluntary: Omit<AllocationLetterFacts, 'about'> = {
  authority: { name: 'Behörde', office: null, isFictional: true },
  person: { name: 'Vorname Nachname', customerNumber: '000A000000', addressLines: ['Straße 1'] },
  responsibleName: 'Fachkraft',
  measure: {
    title: 'Maßnahme',
    legalBases: ['§ 16a Nr. 3 SGB II'],
    setting: { allowsConsequenceNotice: false },
  },
};
const samples: readonly AllocationLetterFacts[] = [
  {
    ...voluntary,
    about: {
      kind: 'allocation',
      reason: 'Grund',
      starts: '2026-01-01',
      ends: '2026-06-30',
      providerName: 'Träger',
      site: 'Standort',
      groupName: 'Gruppe',
      venueLines: ['Straße 2'],
      firstAppointment: 'Montag',
      disclosed: ['Name'],
    },
  },
  { ...voluntary, about: { kind: 'waiting', since: '2026-01-01', site: 'Standort' } },
];

/**
 * What a text says about consequences although the legal basis allows none: told when the
 * template is saved, so that no caseworker stands before a letter that cannot be made (rule A19).
 */
export function consequenceFaults(file: string, text: string): TemplateFault[] {
  const breaks = samples.some((facts) => {
    const paper = {
      file,
      template: text,
      data: allocationLetterData(facts),
      meta: {
        title: letterTitle(facts),
        author: facts.authority.name,
        header: { left: [], right: [] },
        draft: false,
        createdAt: '2026-01-01',
      },
    };
    return mentionsConsequences(plainText(evaluate(paper)));
  });
  if (!breaks) return [];
  const line = text.split('\n').findIndex(mentionsConsequences) + 1;
  return [
    {
      file,
      line: Math.max(1, line),
      placeholder: '',
      message:
        'Ein Hinweis auf Rechtsfolgen steht auch in Schreiben, deren Rechtsgrundlage ihn nicht erlaubt, zum Beispiel § 16a SGB II (Regel A19). Setzen Sie ihn zwischen {% if $recht.mitRechtsfolgen %} und {% /if %}.',
    },
  ];
}
