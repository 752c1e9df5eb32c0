export { acceptReport, openReport, returnReport } from './store/decide';
export {
  findContent,
  findPaper,
  findReport,
  hasPaper,
  isOwedOrWritten,
  listDuties,
  listMoves,
  listReports,
} from './store/find';
export { findFrame } from './store/frame';
export { isWithProvider, saveStep, submitReport } from './store/save';
