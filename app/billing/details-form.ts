import { electronicFormatIBAN, isValidBIC, validateIBAN, ValidationErrorsIBAN } from 'ibantools';
import { z } from 'zod';
import { email, optionalText, postcode, shortText } from '~/ui/fields';
import type { BillingDetails } from './details';

/** Apart from the other forms of invoices: only this one brings the structure of accounts into the browser. */
export const billingDetailsForm: z.ZodType<BillingDetails> = z
  .object({
    street: shortText('Geben Sie Straße und Hausnummer ein.'),
    postcode: postcode('Geben Sie die Postleitzahl ein.'),
    town: shortText('Geben Sie den Ort ein.'),
    taxNumber: optionalText({ max: 30 }).refine((typed) => typed === null || isTaxNumber(typed), {
      error:
        'Eine Steuernummer hat 10, 11 oder 13 Ziffern. Geben Sie sie ein, wie sie im Steuerbescheid steht, zum Beispiel 12/345/67890.',
    }),
    vatId: optionalText({ max: 30 })
      .transform((typed) => typed && withoutSpaces(typed))
      .refine((typed) => typed === null || /^DE\d{9}$/.test(typed), {
        error: 'Eine deutsche USt-IdNr. besteht aus DE und neun Ziffern, zum Beispiel DE123456789.',
      }),
    accountHolder: shortText('Geben Sie ein, auf wen das Konto lautet.', { max: 70 }),
    iban: shortText('Geben Sie die IBAN ein.', { max: 60 }).transform((typed, context): string => {
      const iban = electronicFormatIBAN(typed) ?? '';
      const fault = ibanFault(iban);
      if (fault === null) return iban;
      context.issues.push({ code: 'custom', message: fault, input: typed });
      return z.NEVER;
    }),
    bic: optionalText({ max: 20 })
      .transform((typed) => typed && withoutSpaces(typed))
      .refine((typed) => typed === null || isValidBIC(typed), {
        error: 'Ein BIC hat 8 oder 11 Zeichen, zum Beispiel COBADEFFXXX. Lassen Sie das Feld sonst leer.',
      }),
    contactEmail: email('Geben Sie die E-Mail-Adresse für Rückfragen zu Rechnungen ein.'),
  })
  .refine(({ taxNumber, vatId }) => taxNumber !== null || vatId !== null, {
    path: ['taxNumber'],
    error: 'Geben Sie die Steuernummer oder die USt-IdNr. ein: Eine von beiden gehört auf jede Rechnung.',
    // Also where another field is at fault: people mend all of it at once.
    when: () => true,
  });

function withoutSpaces(typed: string): string {
  return typed.replace(/\s/g, '').toUpperCase();
}

/** 10 or 11 digits as the states write it, 13 in the form of the whole country; dividers as people set them. */
function isTaxNumber(typed: string): boolean {
  return /^[\d/ -]+$/.test(typed) && [10, 11, 13].includes(typed.replace(/\D/g, '').length);
}

/** What is wrong with an IBAN, and how to mend it; null where it checks out (ISO 13616, mod 97). */
function ibanFault(iban: string): string | null {
  const { valid, errorCodes } = validateIBAN(iban);
  if (valid) return null;
  if (errorCodes.includes(ValidationErrorsIBAN.NoIBANCountry)) {
    return 'Die IBAN beginnt mit einem Land, das es darin nicht gibt. Eine deutsche IBAN beginnt mit DE.';
  }
  if (errorCodes.includes(ValidationErrorsIBAN.WrongBBANLength)) {
    return iban.startsWith('DE')
      ? `Eine deutsche IBAN hat 22 Zeichen, eingegeben sind ${iban.length}. Vergleichen Sie sie mit dem Kontoauszug.`
      : 'Die IBAN ist für dieses Land zu kurz oder zu lang. Vergleichen Sie sie mit dem Kontoauszug.';
  }
  return 'Die Prüfziffer der IBAN passt nicht zum Konto. Vergleichen Sie sie Zeichen für Zeichen mit dem Kontoauszug.';
}
