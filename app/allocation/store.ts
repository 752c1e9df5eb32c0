export {
  type AllocationAsked,
  prepareAllocation,
  type PreparedAllocation,
  takePlace,
} from './store/allocate';
export { extendAllocation, findRoom } from './store/extend';
export {
  findAllocation,
  findOwnAllocation,
  openAllocation,
  openOwnAllocation,
  recordAllocationOpening,
} from './store/find';
export { listFitting } from './store/fitting';
export { findLetter, keepLetter } from './store/letters';
export { type AllocationFilter, allocationsPerPage, listAllocations, listFilterChoices } from './store/list';
export { findAllocationForm } from './store/new-allocation';
export { listClientAllocations, listClientWaiting } from './store/of-client';
export { findOffer, listOffers } from './store/offers';
export { settleAllocation } from './store/settle';
export {
  confirmWaiting,
  enterWaitlist,
  findOwnEntry,
  listWaiting,
  type WaitlistRow,
  withdraw,
} from './store/waitlist';
