export { listChecks, type NewCheck, recordCheck } from './store/checks';
export { decideConsent } from './store/consent';
export { chooseRuleBook, findRuleBook, listBookPeriods } from './store/rule-book';
export { findSubject, type Subject } from './store/subject';
