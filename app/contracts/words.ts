import { formatDay } from '~/values/calendar';
import { formatEuro } from '~/values/money';
import type { ContractDeed, ContractState, ContractTask, OptionState, PriceModel } from './contract';

export const stateNames: Readonly<Record<ContractState, string>> = {
  draft: 'Entwurf',
  signed: 'unterzeichnet',
  ended: 'beendet',
};

export const optionStateNames: Readonly<Record<OptionState, string>> = {
  open: 'offen',
  exercised: 'ausgeübt',
  refused: 'nicht ausgeübt',
  missed: 'verstrichen',
};

export const priceModelNames: Readonly<Record<PriceModel, string>> = {
  monthlyFixed: 'fester Betrag je Monat',
  perPlaceMonth: 'Betrag je Platz und Monat',
  perSession: 'Betrag je Termin',
  total: 'Gesamtbetrag über die Laufzeit',
};

const pricedUnit: Readonly<Record<PriceModel, string>> = {
  monthlyFixed: 'je Monat',
  perPlaceMonth: 'je Platz und Monat',
  perSession: 'je Termin',
  total: 'für die gesamte Laufzeit',
};

/** "7.500,00 € je Monat" */
export function priceText(priceModel: PriceModel, priceCents: number): string {
  return `${formatEuro(priceCents)} ${pricedUnit[priceModel]}`;
}

export function deedText(deed: ContractDeed, optionNo: number | null): string {
  const option = `Option ${optionNo ?? ''}`.trim();
  switch (deed) {
    case 'entered':
      return 'Entwurf eingetragen';
    case 'edited':
      return 'Entwurf geändert';
    case 'signed':
      return 'Unterzeichnung festgehalten';
    case 'optionExercised':
      return `${option} ausgeübt`;
    case 'optionRefused':
      return `${option} nicht ausgeübt`;
    case 'optionMissed':
      return `${option} verstrichen`;
    case 'changed':
      return 'Änderung vereinbart';
    case 'taskDone':
      return 'Aufgabe erledigt';
    case 'ended':
      return 'Vertrag beendet';
  }
}

const taskTexts: Readonly<Record<ContractTask['kind'], string>> = {
  prepareNextTender: 'Neue Vergabe vorbereiten',
};

export function taskText({ kind }: Pick<ContractTask, 'kind'>): string {
  return taskTexts[kind];
}

/** "fällig am 30.09.2020", "überfällig seit 30.09.2020" */
export function dueText(dueOn: string, today: string): string {
  return dueOn < today ? `überfällig seit ${formatDay(dueOn)}` : `fällig am ${formatDay(dueOn)}`;
}
