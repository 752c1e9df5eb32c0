import { type Missing, missing, type ShapeOf } from '#templates/engine/index';
import type { Authority } from '~/authority/authority';
import type { Contract, ContractOption } from '~/contracts/contract';
import { priceText } from '~/contracts/words';
import { describeTerm } from '~/values/calendar';

/** Everything the declaration of an option is printed from. */
export interface ExtensionFacts {
  readonly authority: Pick<Authority, 'name' | 'office' | 'isFictional' | 'signatureRole'>;
  readonly contract: Contract;
  readonly option: ContractOption;
}

interface ExtensionData {
  readonly behoerde: {
    readonly name: string;
    readonly istBeispiel: boolean;
    readonly unterzeichner: string | Missing;
  };
  readonly traeger: { readonly name: string };
  readonly massnahme: { readonly name: string };
  readonly vertrag: { readonly nummer: string; readonly beginn: string; readonly endeBisher: string };
  readonly option: {
    readonly nr: string;
    readonly beginn: string;
    readonly ende: string;
    readonly dauer: string;
    readonly erklaerenBis: string;
    readonly preis: string;
    readonly bedingung: string | null;
  };
  readonly standorte: readonly string[];
}

/** What the template of the letter may use. */
export const extensionShape: ShapeOf<ExtensionData> = {
  behoerde: { name: 'text', istBeispiel: 'flag', unterzeichner: 'text' },
  traeger: { name: 'text' },
  massnahme: { name: 'text' },
  vertrag: { nummer: 'text', beginn: 'text', endeBisher: 'text' },
  option: {
    nr: 'text',
    beginn: 'text',
    ende: 'text',
    dauer: 'text',
    erklaerenBis: 'text',
    preis: 'text',
    bedingung: 'text',
  },
  standorte: ['text'],
};

export function extensionData({ authority, contract, option }: ExtensionFacts): ExtensionData {
  const before = contract.options.find(({ no }) => no === option.no - 1);
  return {
    behoerde: {
      name: authority.name,
      istBeispiel: authority.isFictional,
      unterzeichner: authority.signatureRole ?? missing('Unterschrift'),
    },
    traeger: { name: contract.providerName },
    massnahme: { name: contract.measure.title },
    vertrag: {
      nummer: contract.number,
      beginn: contract.termStart,
      endeBisher: before?.ends ?? contract.termEnd,
    },
    option: {
      nr: String(option.no),
      beginn: option.starts,
      ende: option.ends,
      dauer: describeTerm(option.starts, option.ends),
      erklaerenBis: option.declareBy,
      preis: priceText(contract.priceModel, option.priceCents ?? contract.priceCents),
      bedingung: option.condition,
    },
    standorte: contract.sites.map(({ name, places }) =>
      places === null ? name : `${name}: ${places === 1 ? '1 Platz' : `${places} Plätze`}`,
    ),
  };
}
