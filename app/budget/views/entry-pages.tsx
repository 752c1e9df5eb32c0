import { Form, Link } from '@remix-run/react';
import type { ReactNode } from 'react';
import { euroText } from '~/ui/fields';
import { MoneyField, NumberField, RadioField, SelectField, TextField } from '~/ui/form/fields';
import { type FormReply, PortalForm } from '~/ui/form/portal-form';
import { typedFrom } from '~/ui/form/typed-values';
import { Page } from '~/ui/page';
import { paths } from '~/ui/paths';
import type { Appropriation, BudgetProduct } from '../budget';
import { amountText, productLabel } from '../entry-text';
import { appropriationForm, productForm } from '../forms';

interface ProductPageProps {
  /** Null: a new one. */
  readonly product: BudgetProduct | null;
  readonly reply: FormReply | undefined;
}

/** Enters or renames a product. */
export function ProductPage({ product, reply }: ProductPageProps) {
  return (
    <TaskPage title={product ? 'Produkt umbenennen' : 'Produkt eintragen'}>
      <PortalForm
        schema={productForm}
        reply={reply}
        initial={typedFrom({ number: product?.number, name: product?.name })}
        submit="Produkt speichern"
        secondary={<Cancel />}
      >
        <TextField name="number" label="Nummer" hint="Zum Beispiel 31.2.02" />
        <TextField name="name" label="Bezeichnung" hint="Zum Beispiel Kommunale Eingliederungsleistungen" />
      </PortalForm>
    </TaskPage>
  );
}

interface AppropriationPageProps {
  /** Null: a new one, for `productId` if the person came from a product. */
  readonly entry: Appropriation | null;
  readonly productId: string | null;
  readonly products: readonly BudgetProduct[];
  readonly reply: FormReply | undefined;
}

/** Enters or changes the money of one product in one fiscal year. */
export function AppropriationPage({ entry, productId, products, reply }: AppropriationPageProps) {
  return (
    <TaskPage title={entry ? `Ansatz ${entry.fiscalYear} ändern` : 'Ansatz eintragen'}>
      <PortalForm
        schema={appropriationForm}
        reply={reply}
        initial={typedFrom({
          productId: entry?.productId ?? productId,
          fiscalYear: entry?.fiscalYear,
          amount: euroText(entry?.amountCents),
          amountKind: entry && (entry.isCeiling ? 'ceiling' : 'exact'),
          purpose: entry?.purpose,
        })}
        submit="Ansatz speichern"
        secondary={<Cancel />}
      >
        <SelectField
          name="productId"
          label="Produkt"
          choices={products.map((product) => ({ value: product.id, label: productLabel(product) }))}
        />
        <NumberField name="fiscalYear" label="Haushaltsjahr" />
        <MoneyField name="amount" label="Betrag" hint="In Euro, zum Beispiel 100.000,00" />
        <RadioField
          name="amountKind"
          label="Art des Betrags"
          choices={[
            { value: 'exact', label: 'Fester Ansatz' },
            {
              value: 'ceiling',
              label: 'Obergrenze („bis zu“)',
              hint: 'Gilt für alles, was aus diesem Topf bezahlt wird. Es ist nicht der Preis einer Maßnahme.',
            },
          ]}
        />
        <TextField
          name="purpose"
          label="Zweck"
          hint="Zum Beispiel Projektmittel nach § 16a SGB II"
          optional
        />
      </PortalForm>
    </TaskPage>
  );
}

interface DeletePageProps {
  readonly entry: Appropriation;
  readonly product: BudgetProduct;
}

/** Says what deleting means before it is done. */
export function DeleteAppropriationPage({ entry, product }: DeletePageProps) {
  return (
    <TaskPage title={`Ansatz ${entry.fiscalYear} löschen`}>
      <div className="mp-stack">
        <p className="mp-lead">
          Der Ansatz {entry.fiscalYear} im Produkt {productLabel(product)} ({amountText(entry)}) wird
          gelöscht.
        </p>
        <p className="mp-lead">
          Danach gilt das Jahr als noch nicht finanziert: Vorlagen fordern die Mittel an. Das lässt sich nicht
          rückgängig machen, Sie können den Ansatz aber neu eintragen.
        </p>
        <Form method="post" className="mp-form">
          <div className="mp-savebar">
            <button className="kern-btn kern-btn--primary">
              <span className="kern-label">Ansatz {entry.fiscalYear} löschen</span>
            </button>
            <Cancel />
          </div>
        </Form>
      </div>
    </TaskPage>
  );
}

function TaskPage({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <Page title={title} crumbs={[{ to: paths.budget(), label: 'Haushalt' }]}>
      {children}
    </Page>
  );
}

function Cancel() {
  return (
    <Link className="kern-btn kern-btn--tertiary" to={paths.budget()}>
      <span className="kern-label">Abbrechen</span>
    </Link>
  );
}
