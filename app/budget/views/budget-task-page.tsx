import type { FormReply } from '~/ui/form/portal-form';
import type { Bookings } from '../funds';
import type { BudgetTask } from '../tasks';
import { BookingsPage } from './bookings-page';
import { BudgetPage, type BudgetPageProps } from './budget-page';
import {
  AppropriationPage,
  DeleteAppropriationPage,
  ProductPage,
  SourcePage,
  TransferPage,
} from './entry-pages';

interface BudgetTaskPageProps extends BudgetPageProps {
  readonly task: BudgetTask;
  readonly bookings: Bookings;
  readonly contracts: Readonly<Record<string, { readonly label: string; readonly to: string }>>;
  readonly reply: FormReply | undefined;
}

/** The page of the task that the address names; what the task is about is known to exist. */
export function BudgetTaskPage(props: BudgetTaskPageProps) {
  const { task, products, sources, lines, bookings, reply } = props;
  const { appropriations } = bookings;
  const product = (id: string | undefined) => products.find((candidate) => candidate.id === id) ?? null;
  const entry = (id: string) => appropriations.find((candidate) => candidate.id === id) ?? null;
  const entryForm = { products, sources, reply };

  switch (task.kind) {
    case 'show':
      return <BudgetPage {...props} />;
    case 'addProduct':
      return <ProductPage product={null} reply={reply} />;
    case 'renameProduct':
      return <ProductPage product={product(task.id)} reply={reply} />;
    case 'addSource':
      return <SourcePage source={null} reply={reply} />;
    case 'renameSource':
      return <SourcePage source={sources.find(({ id }) => id === task.id) ?? null} reply={reply} />;
    case 'transfer':
      return <TransferPage {...entryForm} fromId={task.fromId} lines={lines} />;
    case 'enterAppropriation':
      return <AppropriationPage {...entryForm} entry={null} productId={task.productId} />;
    case 'changeAppropriation':
      return <AppropriationPage {...entryForm} entry={entry(task.id)} productId={null} />;
    case 'deleteAppropriation': {
      const doomed = entry(task.id);
      const owner = product(doomed?.productId);
      return doomed && owner ? (
        <DeleteAppropriationPage entry={doomed} product={owner} reply={reply} />
      ) : (
        <BudgetPage {...props} />
      );
    }
    case 'showBookings': {
      const line = lines.find(({ appropriation }) => appropriation?.id === task.id);
      const owner = product(line?.productId);
      return line?.appropriation && owner ? (
        <BookingsPage {...props} line={{ ...line, appropriation: line.appropriation }} product={owner} />
      ) : (
        <BudgetPage {...props} />
      );
    }
  }
}
