export { listPlanChoices } from './store/choices';
export { findPlan } from './store/find';
export { savePlan } from './store/save';
