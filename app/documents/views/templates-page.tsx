import { Link } from '@remix-run/react';
import { DataTable } from '~/ui/data';
import { PortalForm } from '~/ui/form/portal-form';
import type { FormReply } from '~/ui/form/portal-form';
import { TextAreaField } from '~/ui/form/fields';
import { Page } from '~/ui/page';
import { paths } from '~/ui/paths';
import { templateForm } from '../templates/forms';

interface TemplateRow {
  readonly kind: string;
  readonly title: string;
  readonly version: number;
}

const administration = { to: paths.administration(), label: 'Verwaltung' };

/** All templates with the version that counts. */
export function TemplatesPage({ templates }: { readonly templates: readonly TemplateRow[] }) {
  return (
    <Page title="Vorlagen" crumbs={[administration]}>
      <p className="mp-lead">
        Aus diesen Texten und den Angaben zur Maßnahme entstehen die Unterlagen. Frühere Fassungen bleiben
        erhalten.
      </p>
      <DataTable
        caption="Vorlagen der Unterlagen"
        rows={templates}
        rowKey={(row) => row.kind}
        columns={[
          {
            key: 'title',
            head: 'Vorlage',
            cell: (row) => (
              <Link className="mp-a" to={paths.template(row.kind)}>
                {row.title}
              </Link>
            ),
          },
          { key: 'version', head: 'Fassung', cell: (row) => versionText(row.version) },
        ]}
      />
    </Page>
  );
}

interface TemplatePageProps {
  readonly template: TemplateRow & { readonly text: string };
  readonly placeholders: readonly string[];
  readonly reply: FormReply | undefined;
}

/** One template as text, with the placeholders it may use beside it. */
export function TemplatePage({ template, placeholders, reply }: TemplatePageProps) {
  return (
    <Page
      title={`Vorlage: ${template.title}`}
      crumbs={[administration, { to: paths.templates(), label: 'Vorlagen' }]}
      meta={<span>{versionText(template.version)}</span>}
    >
      <div className="mp-cols mp-cols--aside">
        <PortalForm
          schema={templateForm}
          reply={reply}
          initial={{ body: template.text }}
          hidden={{ basedOn: String(template.version) }}
          submit="Neue Fassung speichern"
        >
          <TextAreaField
            name="body"
            label="Text der Vorlage"
            rows={30}
            hint="Überschriften mit #, Aufzählungen mit -, Platzhalter wie {% $massnahme.name %}. Fehler werden mit Zeile und Platzhalter genannt."
          />
        </PortalForm>
        <aside aria-label="Platzhalter">
          <section className="mp-panel mp-panel--quiet">
            <h2 className="kern-heading-small">Platzhalter</h2>
            <ul className="mp-docs">
              {placeholders.map((name) => (
                <li key={name}>
                  <code>{name}</code>
                </li>
              ))}
            </ul>
          </section>
        </aside>
      </div>
    </Page>
  );
}

function versionText(version: number): string {
  return version === 0 ? 'Fassung wie ausgeliefert' : `eigene Fassung ${String(version)}`;
}
