export { findMeasure } from './store/find-measure';
export { listMeasures } from './store/list-measures';
