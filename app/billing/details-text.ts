import { conflictSentences } from '~/ui/form/save-conflict';
import { typedFrom, type TypedValues } from '~/ui/form/typed-values';
import type { HistoryEntry } from '~/ui/move-history';
import type { BillingDetails, BillingField, BillingVersion } from './details';
import { changedFields } from './rules/details';
import { billingFieldNames, ibanText } from './words';

/** The details as the form shows and sends them. */
export function typedDetails(details: BillingDetails): TypedValues {
  const { street, postcode, town, taxNumber, vatId, accountHolder, iban, bic, contactEmail } = details;
  return typedFrom({
    ...{ street, postcode, town, taxNumber, vatId, accountHolder, bic, contactEmail },
    iban: ibanText(iban).replaceAll('\u00a0', ' '),
  });
}

/** Somebody else saved meanwhile: both values of each field that differs. */
export function detailsConflict(current: BillingDetails, mine: BillingDetails): string[] {
  return conflictSentences(typedDetails(current), typedDetails(mine), {
    label: (name) => billingFieldNames[name as BillingField],
    value: (_name, text) => text,
  });
}

/** Who changed what, for the history of the page; `versions` with the newest first. */
export function detailsHistory(versions: readonly BillingVersion[]): HistoryEntry[] {
  return versions.map((version, index) => {
    const before = versions[index + 1] ?? null;
    return {
      id: String(version.no),
      at: version.recordedAt,
      who: version.recordedBy,
      what: before === null ? 'Hinterlegt' : 'Geändert',
      why: changedFields(before, version)
        .map((field) => billingFieldNames[field])
        .join(', '),
    };
  });
}
