export { findMeasure, type MeasureDetail } from './store/find-measure';
export { listTitles } from './store/list-titles';
export { listMatchingSlugs, listMeasures } from './store/list-measures';
export { createMeasure, saveContent } from './store/save-content';
export {
  changeIntake,
  currentVersionNo,
  findVersion,
  freezeVersion,
  listMoves,
  listVersions,
  moveMeasure,
} from './store/versions';
