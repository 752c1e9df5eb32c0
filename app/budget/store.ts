export {
  changeAppropriation,
  deleteAppropriation,
  enterAppropriation,
  listAllAppropriations,
  listAppropriations,
} from './store/appropriations';
export { listBookings, listTransfers } from './store/bookings';
export { lockFunds } from './store/lock';
export { addProduct, listProducts, renameProduct } from './store/products';
export { addFundingSource, listFundingSources, renameFundingSource } from './store/sources';
export { transferMoney } from './store/transfers';
