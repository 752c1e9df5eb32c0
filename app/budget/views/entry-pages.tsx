import { Form } from '@remix-run/react';
import type { ReactNode } from 'react';
import { Alert } from '~/ui/data';
import { euroText } from '~/ui/fields';
import { MoneyField, NumberField, RadioField, SelectField, TextAreaField, TextField } from '~/ui/form/fields';
import { type FormReply, PortalForm } from '~/ui/form/portal-form';
import { typedFrom } from '~/ui/form/typed-values';
import { Page } from '~/ui/page';
import { CancelLink } from '~/ui/form/cancel-link';
import { paths } from '~/ui/paths';
import { formatEuro } from '~/values/money';
import { type Appropriation, type BudgetProduct, type FundingSource, fundingSourceKinds } from '../budget';
import { amountText, potLabel, productLabel, sourceKindNames } from '../entry-text';
import { appropriationForm, fundingSourceForm, productForm, transferForm } from '../forms';
import type { FundsLine } from '../funds';

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
        secondary={<CancelLink to={paths.budget()} />}
      >
        <TextField name="number" label="Nummer" hint="Zum Beispiel 31.2.02" />
        <TextField name="name" label="Bezeichnung" hint="Zum Beispiel Kommunale Eingliederungsleistungen" />
      </PortalForm>
    </TaskPage>
  );
}

interface SourcePageProps {
  /** Null: a new one. */
  readonly source: FundingSource | null;
  readonly reply: FormReply | undefined;
}

/** Enters or changes a funding source. */
export function SourcePage({ source, reply }: SourcePageProps) {
  return (
    <TaskPage title={source ? 'Geldquelle ändern' : 'Geldquelle eintragen'}>
      <PortalForm
        schema={fundingSourceForm}
        reply={reply}
        initial={typedFrom({ kind: source?.kind, name: source?.name })}
        submit="Geldquelle speichern"
        secondary={<CancelLink to={paths.budget()} />}
      >
        <RadioField
          name="kind"
          label="Wessen Geld ist es?"
          choices={fundingSourceKinds.map((kind) => ({ value: kind, label: sourceKindNames[kind] }))}
        />
        <TextField name="name" label="Name" hint="Zum Beispiel Kreismittel" />
      </PortalForm>
    </TaskPage>
  );
}

interface TransferPageProps {
  readonly fromId: string | null;
  /** Pots with an appropriation. */
  readonly lines: readonly FundsLine[];
  readonly products: readonly BudgetProduct[];
  readonly sources: readonly FundingSource[];
  readonly reply: FormReply | undefined;
}

/** Moves money from one appropriation to another. */
export function TransferPage({ fromId, lines, products, sources, reply }: TransferPageProps) {
  const choices = (withFree: boolean) =>
    lines.flatMap((line) =>
      line.appropriation
        ? [
            {
              value: line.appropriation.id,
              label: `${potLabel(line, products, sources)}${withFree ? ` (frei ${formatEuro(line.freeCents)})` : ''}`,
            },
          ]
        : [],
    );
  return (
    <TaskPage title="Mittel umbuchen">
      <p className="mp-lead">
        Eine Umbuchung bleibt stehen und wird nicht geändert. Was falsch war, buchen Sie zurück.
      </p>
      <PortalForm
        schema={transferForm}
        reply={reply}
        initial={typedFrom({ fromId })}
        submit="Mittel umbuchen"
        secondary={<CancelLink to={paths.budget()} />}
      >
        <SelectField name="fromId" label="Aus diesem Ansatz" choices={choices(true)} />
        <SelectField name="toId" label="In diesen Ansatz" choices={choices(false)} />
        <MoneyField name="amount" label="Betrag" hint="In Euro, zum Beispiel 5.000,00" />
        <TextAreaField name="reason" label="Grund" rows={2} hint="Steht so bei der Buchung." />
      </PortalForm>
    </TaskPage>
  );
}

interface AppropriationPageProps {
  /** Null: a new one, for `productId` if the person came from a product. */
  readonly entry: Appropriation | null;
  readonly productId: string | null;
  readonly products: readonly BudgetProduct[];
  readonly sources: readonly FundingSource[];
  readonly reply: FormReply | undefined;
}

/** Enters or changes the money of one product and source in one fiscal year. */
export function AppropriationPage({ entry, productId, products, sources, reply }: AppropriationPageProps) {
  return (
    <TaskPage title={entry ? `Ansatz ${entry.fiscalYear} ändern` : 'Ansatz eintragen'}>
      <PortalForm
        schema={appropriationForm}
        reply={reply}
        initial={typedFrom({
          productId: entry?.productId ?? productId,
          // Most have their own money only: then there is nothing to choose.
          fundingSourceId: entry?.fundingSourceId ?? (sources.length === 1 ? sources[0]?.id : null),
          fiscalYear: entry?.fiscalYear,
          amount: euroText(entry?.amountCents),
          amountKind: entry && (entry.isCeiling ? 'ceiling' : 'exact'),
          purpose: entry?.purpose,
        })}
        submit="Ansatz speichern"
        secondary={<CancelLink to={paths.budget()} />}
      >
        <SelectField
          name="productId"
          label="Produkt"
          choices={products.map((product) => ({ value: product.id, label: productLabel(product) }))}
        />
        <SelectField
          name="fundingSourceId"
          label="Geldquelle"
          choices={sources.map(({ id, name }) => ({ value: id, label: name }))}
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
  readonly reply: FormReply | undefined;
}

/** Says what deleting means before it is done. */
export function DeleteAppropriationPage({ entry, product, reply }: DeletePageProps) {
  return (
    <TaskPage title={`Ansatz ${entry.fiscalYear} löschen`}>
      <div className="mp-stack">
        {(reply?.findings ?? []).map((finding) => (
          <Alert key={finding} kind="danger" title="Der Ansatz wurde nicht gelöscht">
            <p>{finding}</p>
          </Alert>
        ))}
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
            <CancelLink to={paths.budget()} />
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
