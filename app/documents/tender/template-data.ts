import { missing } from '#templates/engine/document';
import { isMunicipalService, normsOf, readLegalBases, readLegalBasis } from '~/portfolio/legal-basis';
import type { TenderFacts } from '~/procurement/facts';
import { numberedCriteria, highestRating } from '~/procurement/rules/criteria';
import { azavOf, isOutdatedBasis } from '~/procurement/rules/gaps';
import { declaredOptions } from '~/procurement/rules/options';
import {
  methodNames,
  priceBasisNames,
  processorRoleNames,
  proofTimeNames,
  quantityText,
  tieRuleNames,
  unitNames,
} from '~/procurement/words';
import { describeTerm, formatDay, formatPeriod } from '~/values/calendar';
import { entered, enteredDay, type Entry, paragraphs } from './entry';
import { exclusionList } from './exclusion-grounds';
import { type PaperFacts, type ParticipationTexts, participationTexts } from './participation';
import { priceLots, type PriceLot, priceTexts, type PriceTexts } from './price-data';
import { scoringSentences } from './scoring-text';

/**
 * The placeholders of all tender papers, in German because administrators edit the
 * templates. One object for all of them: a figure that stands in two papers comes from
 * one place and cannot differ (documents.md § 4, 15).
 */
export interface TenderData extends ParticipationTexts {
  readonly behoerde: { readonly name: Entry; readonly amt: string | null; readonly istBeispiel: boolean };
  readonly massnahme: { readonly name: string; readonly gegenstand: Entry; readonly zielgruppe: Entry };
  readonly aktenzeichen: string | null;
  readonly recht: { readonly grundlage: Entry; readonly istKommunaleLeistung: boolean };
  readonly laufzeit: {
    readonly beginn: Entry;
    readonly ende: Entry;
    readonly zeitraum: Entry;
    readonly dauer: Entry;
  };
  readonly optionen: readonly {
    readonly name: string;
    readonly zeitraum: string;
    readonly dauer: string;
    readonly bedingung: Entry;
    readonly erklaerungBis: string;
    readonly endeDavor: string;
  }[];
  readonly keineOption: Entry;
  readonly standortText: Entry;
  readonly raeume: readonly Entry[];
  readonly leistung: readonly Entry[];
  readonly ablauf: readonly string[];
  readonly phasen: readonly { readonly nr: string; readonly titel: string; readonly text: Entry }[];
  readonly hilfesysteme: readonly string[];
  readonly lose: readonly {
    readonly nr: string;
    readonly bezeichnung: string;
    readonly standort: string;
    readonly menge: Entry;
    readonly einheit: string;
  }[];
  readonly mehrereLose: boolean;
  readonly losgrenze: string | null;
  readonly mengenHinweis: string | null;
  readonly ziele: readonly { readonly ziel: string; readonly kennzahl: Entry }[];
  readonly anforderungen: readonly {
    readonly nr: string;
    readonly text: string;
    readonly istMindest: boolean;
  }[];
  readonly zugang: readonly Entry[];
  readonly zeiten: readonly Entry[];
  readonly zusammenarbeit: readonly Entry[];
  readonly qualitaet: readonly Entry[];
  readonly personal: readonly {
    readonly aufgabe: string;
    readonly umfang: string;
    readonly schluessel: string;
    readonly qualifikation: Entry;
  }[];
  readonly personalFehlt: Entry;
  readonly personalHinweis: string | null;
  readonly ersatz: readonly Entry[];
  readonly berichte: readonly { readonly bericht: string; readonly frist: Entry }[];
  readonly kriterien: readonly {
    readonly nr: string;
    readonly kriterium: string;
    readonly erwartung: Entry;
    readonly gewicht: Entry;
    readonly punkte: string;
  }[];
  readonly stufen: readonly {
    readonly titel: string;
    readonly texte: readonly { readonly punkte: string; readonly text: Entry }[];
    readonly nullSchliesstAus: boolean;
  }[];
  readonly summeGewichte: string;
  readonly summePunkte: string;
  readonly wertung: {
    readonly methode: Entry;
    readonly saetze: readonly Entry[];
    readonly wertungspreis: Entry;
    readonly gleichstand: readonly Entry[];
  };
  readonly preis: PriceTexts;
  readonly preislose: readonly PriceLot[];
  readonly zulassung: {
    readonly erforderlich: boolean;
    readonly grundlage: string;
    readonly offen: Entry | null;
  };
  readonly eignung: {
    readonly nachweise: readonly { readonly nachweis: string; readonly vorlage: string }[];
    readonly referenzen: string | null;
    readonly versicherung: string | null;
    readonly tariftreue: boolean;
    readonly mindestlohn: boolean;
    readonly ausschlussgruende: readonly { readonly norm: string; readonly text: string }[];
    readonly ausschlussFassung: string;
  };
  readonly termine: {
    readonly fragenBis: Entry;
    readonly angebotBis: Entry;
    readonly oeffnung: Entry;
    readonly zuschlag: Entry;
    readonly bindung: Entry;
  };
  readonly kontakt: { readonly stelle: Entry; readonly anschrift: Entry; readonly einreichung: Entry };
  readonly datenschutz: {
    readonly rolle: Entry;
    readonly istAuftragsverarbeitung: boolean;
    readonly datenarten: readonly Entry[];
    readonly zweck: readonly Entry[];
    readonly massnahmen: readonly Entry[];
    readonly loeschung: readonly Entry[];
  };
  readonly kuendigungsfrist: Entry;
}

/** Everything the tender papers print, as finished German texts. Nothing of `TenderSecrets` comes in here. */
export function tenderData(facts: PaperFacts, onDate: string): TenderData {
  const { plan, parts, authority, measure, profile } = facts;
  const azav = azavOf(facts, onDate);
  // A norm that no longer holds is a gap; it is never printed for bidders.
  const citations = plan.legalBases.map(({ cited }) => cited).filter((cited) => !isOutdatedBasis(cited));
  return {
    behoerde: {
      name: entered(authority.name, 'Name der Behörde'),
      amt: authority.office,
      istBeispiel: authority.isFictional,
    },
    massnahme: {
      name: measure.title,
      gegenstand: entered(plan.serviceSubject, 'Leistungsgegenstand'),
      zielgruppe: entered(plan.targetGroup, 'Zielgruppe'),
    },
    aktenzeichen: plan.fileRef,
    recht: {
      grundlage: citations.length > 0 ? citations.join(', ') : missing('Rechtsgrundlage'),
      istKommunaleLeistung: isMunicipalService(readLegalBases(plan.legalBases)),
    },
    ...termData(facts),
    standortText:
      plan.sites.length > 0 ? plan.sites.map(({ name }) => name).join(', ') : missing('Standorte'),
    raeume: paragraphs(plan.roomsText, 'Räume'),
    leistung: paragraphs(plan.serviceText, 'Beschreibung der Leistung'),
    ablauf: (plan.stepsText ?? '').split(/\n\s*/).filter((line) => line.trim() !== ''),
    phasen: plan.phases.map(({ title, subText }, index) => ({
      nr: String(index + 1),
      titel: title,
      text: entered(subText, `Untertext der Phase „${title}“`),
    })),
    hilfesysteme: plan.referralTargets.map(({ name }) => name),
    ...participationTexts(profile),
    ...lotData(facts),
    ...serviceData(parts),
    ...criteriaData(parts),
    preis: priceTexts(facts),
    preislose: priceLots(facts),
    zulassung: {
      erforderlich: azav.required === true,
      grundlage: eachNormOnce(azav.citations.filter((cited) => !isOutdatedBasis(cited))).join(', '),
      offen: azav.required === null ? missing('Trägerzulassung (AZAV)') : null,
    },
    eignung: suitabilityData(parts.suitability),
    ...procedureData(parts),
  };
}

/** "§ 16 Abs. 1 SGB II i. V. m. § 45 SGB III, § 45 SGB III": what another one says already is left out. */
function eachNormOnce(citations: readonly string[]): string[] {
  const [...once] = new Set(citations);
  const joined = once.flatMap((cited) => normsOf(readLegalBasis(cited)).slice(1));
  return once.filter((cited) => joined.every((norm) => norm.cited !== cited));
}

function termData({ plan, parts }: TenderFacts): Pick<TenderData, 'laufzeit' | 'optionen' | 'keineOption'> {
  const { termStart, termEnd } = plan;
  const isTerm = termStart !== null && termEnd !== null && termStart <= termEnd;
  const label = termStart === null ? 'Beginn der Laufzeit' : 'Ende der Laufzeit';
  const options = declaredOptions(plan, parts.dates.declareBy).filter(({ starts, ends }) => starts <= ends);
  return {
    laufzeit: {
      beginn: enteredDay(termStart, 'Beginn der Laufzeit'),
      ende: enteredDay(termEnd, 'Ende der Laufzeit'),
      zeitraum: isTerm ? formatPeriod(termStart, termEnd) : missing(label),
      dauer: isTerm ? describeTerm(termStart, termEnd) : missing('Dauer'),
    },
    optionen: options.map(({ no, starts, ends, condition, declareBy, termEnds }) => ({
      name: options.length > 1 ? `Verlängerung ${no}` : 'Verlängerung',
      zeitraum: formatPeriod(starts, ends),
      dauer: describeTerm(starts, ends),
      bedingung: entered(condition, 'Bedingung der Verlängerung'),
      erklaerungBis: formatDay(declareBy),
      endeDavor: formatDay(termEnds),
    })),
    keineOption:
      plan.hasOptions === false ? 'Eine Verlängerung ist nicht vorgesehen.' : missing('Verlängerungsoption'),
  };
}

function lotData({
  parts: { lots },
}: TenderFacts): Pick<TenderData, 'lose' | 'mehrereLose' | 'losgrenze' | 'mengenHinweis'> {
  return {
    lose: lots.lots.map(({ title, site, quantity, unit }, index) => ({
      nr: `Los ${index + 1}`,
      bezeichnung: title,
      standort: site ?? 'alle Standorte',
      menge: quantity === null ? missing(`Menge, Los ${index + 1}`) : quantityText(quantity, unit),
      einheit: unitNames[unit],
    })),
    mehrereLose: lots.lots.length > 1,
    losgrenze: lots.lotLimit === null ? null : String(lots.lotLimit),
    mengenHinweis: lots.quantityNote,
  };
}

function serviceData({ service, staff }: TenderFacts['parts']) {
  const counts = { minimum: 0, scored: 0 };
  return {
    ziele: service.goals.map(({ text, indicator }) => ({
      ziel: text,
      kennzahl: entered(indicator, 'Kennzahl'),
    })),
    anforderungen: service.requirements.map(({ kind, text }) => {
      counts[kind] += 1;
      return {
        nr: `${kind === 'minimum' ? 'A' : 'B'} ${counts[kind]}`,
        text,
        istMindest: kind === 'minimum',
      };
    }),
    zugang: paragraphs(service.accessText, 'Zugang und Zuweisung'),
    zeiten: paragraphs(service.workingText, 'Zeiten, Erreichbarkeit und Sprachen'),
    zusammenarbeit: paragraphs(service.cooperationText, 'Zusammenarbeit'),
    qualitaet: paragraphs(service.qualityText, 'Qualitätssicherung'),
    personal: staff.staffing.map(({ role, posts, ratio, qualification }) => ({
      aufgabe: role,
      umfang: posts ?? '–',
      schluessel: ratio ?? '–',
      qualifikation: entered(qualification, 'Qualifikation und Erfahrung'),
    })),
    personalFehlt: missing('Personal'),
    personalHinweis: staff.staffNote,
    ersatz: paragraphs(staff.replacementText, 'Vertretung und Ersatz'),
    berichte: staff.reports.map(({ what, due }) => ({ bericht: what, frist: entered(due, 'Frist') })),
  };
}

function criteriaData({ criteria, evaluation }: TenderFacts['parts']) {
  const numbered = numberedCriteria(criteria.criteria);
  const rated = numbered.filter(({ isDivided }) => !isDivided);
  const sum = rated.reduce((all, { weightPercent }) => all + (weightPercent ?? 0), 0);
  return {
    kriterien: numbered.map(({ no, criterion, isDivided, weightPercent }) => ({
      nr: no,
      kriterium: criterion.title,
      erwartung: isDivided ? 'siehe Unterkriterien' : entered(criterion.expectation, 'Was erwartet wird'),
      gewicht: weightPercent === null ? missing('Gewicht') : `${weightPercent} %`,
      punkte: weightPercent === null ? '' : String(weightPercent * highestRating),
    })),
    stufen: rated.map(({ no, criterion }) => ({
      titel: `${no} ${criterion.title}`,
      texte: criterion.scale.map((text, rating) => ({
        punkte: rating === 1 ? '1 Punkt' : `${rating} Punkte`,
        text: entered(text, `Text für ${rating} Punkte`),
      })),
      nullSchliesstAus: criterion.zeroExcludes,
    })),
    summeGewichte: `${sum} %`,
    summePunkte: String(sum * highestRating),
    wertung: {
      methode: evaluation.method === null ? missing('Wertungsmethode') : methodNames[evaluation.method],
      saetze: scoringSentences(evaluation),
      wertungspreis: priceBasisText(evaluation),
      gleichstand:
        evaluation.tieRules.length > 0
          ? evaluation.tieRules.map((rule) => tieRuleNames[rule])
          : [missing('Regeln für gleiche Ergebnisse')],
    },
  };
}

function priceBasisText({ method, priceBasis }: TenderFacts['parts']['evaluation']): Entry {
  if (method === 'fixedPrice') return 'Der Preis ist vorgegeben und wird nicht gewertet.';
  if (priceBasis === null) return missing('Wertungspreis');
  return `${priceBasisNames[priceBasis]}, je Los, mit den angenommenen Prämien. Gewertet wird, was der Auftraggeber tatsächlich zu zahlen hat.`;
}

function suitabilityData(suitability: TenderFacts['parts']['suitability']): TenderData['eignung'] {
  const { referenceCount, referenceYears } = suitability;
  const years = referenceYears === null ? '' : ` aus den letzten ${referenceYears} Jahren`;
  return {
    nachweise: suitability.proofs.map(({ text, due }) => ({ nachweis: text, vorlage: proofTimeNames[due] })),
    referenzen:
      referenceCount === null
        ? null
        : `${referenceCount === 1 ? 'Eine Referenz' : `${referenceCount} Referenzen`} über vergleichbare Leistungen${years}`,
    versicherung: suitability.insuranceText,
    tariftreue: suitability.asksWageDeclaration === true,
    mindestlohn: suitability.asksMinimumPay === true,
    ausschlussgruende: exclusionList.grounds,
    ausschlussFassung: exclusionList.version,
  };
}

function procedureData({ dates, contract }: TenderFacts['parts']) {
  const time = dates.submissionTime === null ? '' : `, ${dates.submissionTime} Uhr`;
  return {
    termine: {
      fragenBis: enteredDay(dates.questionsUntil, 'Fragen bis'),
      angebotBis:
        dates.submissionUntil === null
          ? missing('Angebote bis')
          : `${formatDay(dates.submissionUntil)}${time}`,
      oeffnung: enteredDay(dates.openingOn, 'Öffnung der Angebote'),
      zuschlag: enteredDay(dates.awardOn, 'Zuschlag geplant'),
      bindung: enteredDay(dates.bidValidUntil, 'Bindung an das Angebot bis'),
    },
    kontakt: {
      stelle: entered(contract.contactOffice, 'Kontaktstelle'),
      anschrift: entered(contract.contactAddress, 'Anschrift der Kontaktstelle'),
      einreichung: entered(contract.submissionChannel, 'Einreichung der Angebote'),
    },
    datenschutz: {
      rolle:
        contract.processorRole === null
          ? missing('Rolle des Trägers im Datenschutz')
          : processorRoleNames[contract.processorRole],
      istAuftragsverarbeitung: contract.processorRole === 'processor',
      datenarten: paragraphs(contract.dataCategories, 'Datenarten'),
      zweck: paragraphs(contract.purposeText, 'Zweck der Verarbeitung'),
      massnahmen: paragraphs(contract.measuresText, 'Technische und organisatorische Maßnahmen'),
      loeschung: paragraphs(contract.deletionText, 'Löschung'),
    },
    kuendigungsfrist:
      contract.noticeMonths === null
        ? missing('Kündigungsfrist')
        : contract.noticeMonths === 1
          ? 'einem Monat'
          : `${contract.noticeMonths} Monaten`,
  };
}
