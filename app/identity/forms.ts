import { z } from 'zod';
import { email, oneOf, optionalText, shortText, someOf } from '~/ui/fields';
import { themes } from '~/ui/theme';
import { checkPassword } from './password-rules';
import { roles } from './roles';
import { passwordFindingText } from './views/finding-text';

/** A password as typed: nothing is trimmed or changed. */
function typedPassword(message: string) {
  return z.string({ error: message }).min(1, message);
}

const newPassword = typedPassword('Geben Sie ein neues Passwort ein.').superRefine((password, context) => {
  for (const finding of password ? checkPassword(password) : []) {
    context.addIssue({ code: 'custom', message: passwordFindingText(finding) });
  }
});

const unknownIntent = 'Die Seite ist veraltet. Laden Sie sie neu und wiederholen Sie die Eingabe.';

export const signInForm = z.object({
  email: email('Geben Sie Ihre E-Mail-Adresse ein.'),
  password: typedPassword('Geben Sie Ihr Passwort ein.'),
});

/** At a one-time link. */
export const choosePasswordForm = z.object({ newPassword });

export const changePasswordForm = z.object({
  intent: z.literal('changePassword'),
  currentPassword: typedPassword('Geben Sie Ihr jetziges Passwort ein.'),
  newPassword,
});

const themeForm = z.object({
  intent: z.literal('chooseTheme'),
  theme: oneOf(themes, 'Wählen Sie eine Darstellung.'),
});

/** Everything that `/konto` can be asked to do. */
export const ownAccountForm = z.discriminatedUnion(
  'intent',
  [changePasswordForm, themeForm, z.object({ intent: z.literal('endSessions') })],
  unknownIntent,
);

const accountDetails = {
  displayName: shortText('Geben Sie den Namen ein, unter dem andere das Konto sehen.'),
  roles: someOf(roles, 'Wählen Sie mindestens eine Rolle.'),
  /** Whether the authority works with it is known to the database alone. */
  providerId: optionalText(),
};

export const newAccountForm = z.object({
  ...accountDetails,
  email: email('Geben Sie die E-Mail-Adresse ein, mit der sich die Person anmeldet.'),
});

export const changeAccountForm = z.object({ intent: z.literal('change'), ...accountDetails });

/** Everything that the page of one account can be asked to do. */
export const accountEntryForm = z.discriminatedUnion(
  'intent',
  [
    changeAccountForm,
    z.object({ intent: z.literal('lock') }),
    z.object({ intent: z.literal('unlock') }),
    z.object({ intent: z.literal('makeLink') }),
  ],
  unknownIntent,
);
