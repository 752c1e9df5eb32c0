import * as rolesAndActor from './0001-roles-and-actor.sql';
import * as authorityAndAccounts from './0002-authority-and-accounts.sql';
import * as measuresAndBudget from './0003-measures-and-budget.sql';
import * as access from './0004-access.sql';
import * as measureContent from './0005-measure-content.sql';
import * as tenderPreparation from './0006-tender-preparation.sql';
import * as importDrafts from './0007-import-drafts.sql';
import * as measureEvaluation from './0008-measure-evaluation.sql';
import * as funds from './0009-funds.sql';
import * as clients from './0010-clients.sql';
import * as accessCheck from './0011-access-check.sql';
import * as contracts from './0012-contracts.sql';
import * as agreedServices from './0013-agreed-services.sql';
import * as allocation from './0014-allocation.sql';
import * as providerWork from './0015-provider-work.sql';
import * as invoices from './0016-invoices.sql';
import * as effectRecords from './0017-effect-records.sql';
import * as care from './0018-care.sql';
import * as billingDetails from './0019-billing-details.sql';
import * as lateEntries from './0020-late-entries.sql';
import * as closingTalk from './0021-closing-talk.sql';
import * as daysOnPlaces from './0022-days-on-places.sql';

export interface Migration {
  readonly name: string;
  readonly sql: string;
}

/** All migrations in their order. Forward only: a landed one is never edited. */
export const migrations: readonly Migration[] = [
  rolesAndActor,
  authorityAndAccounts,
  measuresAndBudget,
  access,
  measureContent,
  tenderPreparation,
  importDrafts,
  measureEvaluation,
  funds,
  clients,
  accessCheck,
  contracts,
  agreedServices,
  allocation,
  providerWork,
  invoices,
  effectRecords,
  care,
  billingDetails,
  lateEntries,
  closingTalk,
  daysOnPlaces,
];
