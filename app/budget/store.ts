export { changeAppropriation, deleteAppropriation, enterAppropriation } from './store/appropriations';
export { listAllAppropriations, listAppropriations } from './store/list-appropriations';
export { listBookings, listTransfers } from './store/bookings';
export { commitMoney, firmUpOption, releaseOption } from './store/commitments';
export { lockFunds } from './store/lock';
export { bookPayment } from './store/payments';
export { addProduct, listProducts, renameProduct } from './store/products';
export { addFundingSource, listFundingSources, renameFundingSource } from './store/sources';
export { transferMoney } from './store/transfers';
