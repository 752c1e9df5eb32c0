import { SelectField, TextField } from '~/ui/form/fields';
import { type FormReply, PortalForm } from '~/ui/form/portal-form';
import { Page } from '~/ui/page';
import { paths } from '~/ui/paths';
import { newMeasureForm } from '../new-measure-form';

interface NewMeasurePageProps {
  /** Measures whose profile can be the start. */
  readonly templates: readonly { readonly slug: string; readonly title: string }[];
  readonly copyOf: string | null;
  readonly reply: FormReply | undefined;
}

/** Begins a measure: with an empty profile, or with that of another one. */
export function NewMeasurePage({ templates, copyOf, reply }: NewMeasurePageProps) {
  return (
    <Page
      title="Maßnahme anlegen"
      crumbs={[{ to: paths.measures(), label: 'Maßnahmen' }]}
      meta={<span>Sie beginnt als Idee. Alles Weitere lässt sich danach Schritt für Schritt eintragen.</span>}
    >
      <PortalForm
        schema={newMeasureForm}
        reply={reply}
        initial={copyOf === null ? {} : { copyOf }}
        submit="Maßnahme anlegen"
      >
        <TextField name="title" label="Name der Maßnahme" />
        <SelectField
          name="copyOf"
          label="Profil übernehmen von"
          hint="Zielgruppe, Phasen, Regeln und das Übrige werden kopiert, Ergebnisse nicht."
          optional
          choices={templates.map(({ slug, title }) => ({ value: slug, label: title }))}
        />
        <TextField
          name="slug"
          label="Kurzname in der Adresszeile"
          hint="Bleibt das Feld leer, entsteht er aus dem Namen."
          optional
        />
      </PortalForm>
    </Page>
  );
}
