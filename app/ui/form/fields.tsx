/** All fields of our forms, under one name to import. */
export { CheckboxField, CheckboxGroupField, RadioField, SelectField, YesNoField } from './choice-fields';
export { ListField } from './list-field';
export type { ListRow } from './list-field';
export {
  DateField,
  EmailField,
  MoneyField,
  NumberField,
  PasswordField,
  TextAreaField,
  TextField,
} from './text-fields';
export { FieldGroup, FieldPair } from './groups';
