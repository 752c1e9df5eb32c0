import { CheckboxGroupField, SelectField, TextField } from '~/ui/form/fields';
import { roleNames, roles } from '../roles';

export interface ProviderChoice {
  readonly id: string;
  readonly name: string;
}

const roleChoices = roles.map((role) => ({ value: role, label: roleNames[role] }));

/** Fields that a new and an existing account share; a function, so that `PortalForm` finds the labels. */
export function accountFields(providers: readonly ProviderChoice[]) {
  return (
    <>
      <TextField name="displayName" label="Name" hint="Steht oben auf jeder Seite und im Protokoll." />
      <CheckboxGroupField
        name="roles"
        label="Rollen"
        hint="Mehrere Rollen sind möglich. „Träger“ steht immer allein."
        choices={roleChoices}
      />
      <SelectField
        name="providerId"
        label="Träger"
        hint="Nur zur Rolle „Träger“."
        optional
        choices={providers.map(({ id, name }) => ({ value: id, label: name }))}
      />
    </>
  );
}
