export { findBillingDetails, listBillingVersions, saveBillingDetails } from './store/details';
export { createDraft, submitInvoice, withdrawDraft } from './store/draft';
export {
  findInvoice,
  invoicesPerPage,
  listClaims,
  listInvoiceMoves,
  listInvoices,
  listOfMonth,
} from './store/find';
export { listOpenMonths } from './store/open-months';
export { listDeviations } from './store/owed';
export { findInvoicePage, findInvoiceProduct, previewMonth } from './store/page';
export { claimPremium, dropClaim, listClaimants } from './store/premiums';
export { correctInvoice, takeStep } from './store/steps';
