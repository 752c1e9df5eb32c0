import type { FormReply } from '~/ui/form/portal-form';
import type { Appropriation, BudgetProduct } from '../budget';
import type { BudgetTask } from '../tasks';
import { BudgetPage } from './budget-page';
import { AppropriationPage, DeleteAppropriationPage, ProductPage } from './entry-pages';

interface BudgetTaskPageProps {
  readonly task: BudgetTask;
  readonly products: readonly BudgetProduct[];
  readonly appropriations: readonly Appropriation[];
  readonly years: readonly number[];
  readonly mayEdit: boolean;
  readonly saved: string | null;
  readonly reply: FormReply | undefined;
}

/** The page of the task that the address names; what the task is about is known to exist. */
export function BudgetTaskPage(props: BudgetTaskPageProps) {
  const { task, products, appropriations, reply } = props;
  const product = (id: string | undefined) => products.find((candidate) => candidate.id === id) ?? null;
  const entry = (id: string) => appropriations.find((candidate) => candidate.id === id) ?? null;

  switch (task.kind) {
    case 'show':
      return <BudgetPage {...props} />;
    case 'addProduct':
      return <ProductPage product={null} reply={reply} />;
    case 'renameProduct':
      return <ProductPage product={product(task.id)} reply={reply} />;
    case 'enterAppropriation':
      return <AppropriationPage entry={null} productId={task.productId} products={products} reply={reply} />;
    case 'changeAppropriation':
      return <AppropriationPage entry={entry(task.id)} productId={null} products={products} reply={reply} />;
    case 'deleteAppropriation': {
      const doomed = entry(task.id);
      const owner = product(doomed?.productId);
      return doomed && owner ? (
        <DeleteAppropriationPage entry={doomed} product={owner} />
      ) : (
        <BudgetPage {...props} />
      );
    }
  }
}
