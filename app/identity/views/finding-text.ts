import { formatTime } from '~/ui/moment';
import { minPasswordLength, maxPasswordLength } from '../password-rules';
import type { PasswordFinding } from '../password-rules';
import type { AccountRolesFinding } from '../rules';

export function passwordFindingText(finding: PasswordFinding): string {
  switch (finding.code) {
    case 'tooShort':
      return `Das Passwort ist zu kurz. Wählen Sie mindestens ${minPasswordLength} Zeichen, zum Beispiel mehrere Wörter.`;
    case 'tooLong':
      return `Das Passwort ist zu lang. Wählen Sie höchstens ${maxPasswordLength} Zeichen.`;
    case 'tooCommon':
      return 'Das Passwort ist leicht zu erraten. Wählen Sie mehrere Wörter, die nicht zusammengehören.';
  }
}

type SignInFinding =
  | { readonly code: 'credentialsWrong' }
  | { readonly code: 'accountLocked' }
  | { readonly code: 'currentPasswordWrong' }
  | { readonly code: 'linkUnusable' }
  | { readonly code: 'tooManyAttempts'; readonly nextAt: string };

export function signInFindingText(finding: SignInFinding): string {
  switch (finding.code) {
    case 'credentialsWrong':
      return 'E-Mail-Adresse oder Passwort stimmt nicht. Prüfen Sie beides und geben Sie das Passwort noch einmal ein.';
    case 'accountLocked':
      return 'Dieses Konto ist gesperrt. Wenden Sie sich an die Administration Ihrer Behörde.';
    case 'currentPasswordWrong':
      return 'Das jetzige Passwort stimmt nicht. Geben Sie es noch einmal ein.';
    case 'linkUnusable':
      return 'Dieser Link gilt nicht mehr. Lassen Sie sich von der Administration einen neuen geben.';
    case 'tooManyAttempts':
      return `Es gab zu viele Versuche mit falschem Passwort. Versuchen Sie es ab ${formatTime(finding.nextAt)} wieder.`;
  }
}

type AccountFinding =
  | AccountRolesFinding
  | { readonly code: 'emailNotUsable' }
  | { readonly code: 'providerUnknown' }
  | { readonly code: 'lastAdministrator' };

/** Field that a finding hangs on, by its name in the form. */
function accountFindingField(finding: AccountFinding): 'email' | 'roles' | 'providerId' {
  switch (finding.code) {
    case 'emailNotUsable':
      return 'email';
    case 'roleMissing':
    case 'providerRoleNotAlone':
    case 'lastAdministrator':
      return 'roles';
    case 'providerMissing':
    case 'providerWithoutRole':
    case 'providerUnknown':
      return 'providerId';
  }
}

export function accountFindingText(finding: AccountFinding): string {
  switch (finding.code) {
    case 'roleMissing':
      return 'Wählen Sie mindestens eine Rolle.';
    case 'providerRoleNotAlone':
      return 'Wer für einen Träger arbeitet, hat keine Rolle der Behörde. Wählen Sie nur „Träger“ oder nur Rollen der Behörde.';
    case 'providerMissing':
      return 'Wählen Sie den Träger, für den die Person arbeitet.';
    case 'providerWithoutRole':
      return 'Ein Träger gehört nur zur Rolle „Träger“. Lassen Sie das Feld leer oder wählen Sie nur die Rolle „Träger“.';
    case 'providerUnknown':
      return 'Mit diesem Träger arbeitet die Behörde nicht. Wählen Sie einen aus der Liste.';
    case 'emailNotUsable':
      return 'Mit dieser E-Mail-Adresse lässt sich kein Konto anlegen, meist weil es schon eines gibt. Geben Sie eine andere ein.';
    case 'lastAdministrator':
      return 'Es gibt sonst niemanden, der Konten verwalten kann. Geben Sie zuerst einer anderen Person die Rolle „Administration“.';
  }
}

/** One sentence per field, the first finding that hangs on it. */
export function accountFindingErrors(findings: readonly AccountFinding[]): Record<string, string> {
  const errors: Record<string, string> = {};
  for (const finding of findings) errors[accountFindingField(finding)] ??= accountFindingText(finding);
  return errors;
}
