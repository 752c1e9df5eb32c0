export { chooseRuleBook, findRuleBook, listBookPeriods } from './store/rule-book';
