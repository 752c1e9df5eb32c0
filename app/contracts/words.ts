import { formatDay } from '~/values/calendar';
import { formatEuro } from '~/values/money';
import type { ContractDeed, ContractState, ContractTask, OptionState, PriceModel } from './contract';
import { reportedYear } from './rules/duties';

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

/** "7.500,00 € je Monat", "498,75 € je Platz und Monat, nach Belegung" */
export function priceText(priceModel: PriceModel, priceCents: number, billsOccupied = false): string {
  return `${formatEuro(priceCents)} ${pricedUnit[priceModel]}${billsOccupied ? ', nach Belegung' : ''}`;
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
    case 'serviceChanged':
      return 'Durchführung geändert';
  }
}

export function taskText({ kind, dueOn }: Pick<ContractTask, 'kind' | 'dueOn'>): string {
  switch (kind) {
    case 'prepareNextTender':
      return 'Neue Vergabe vorbereiten';
    case 'interimEvaluation':
      return 'Zwischenauswertung erstellen';
    case 'yearlyReport':
      return `Jahresbericht ${reportedYear(dueOn)} an den Ausschuss geben`;
  }
}

/** "fällig am 30.09.2020", "überfällig seit 30.09.2020" */
export function dueText(dueOn: string, today: string): string {
  return dueOn < today ? `überfällig seit ${formatDay(dueOn)}` : `fällig am ${formatDay(dueOn)}`;
}
