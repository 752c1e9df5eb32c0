export { factsOf, findPreparation, findSecrets, type PreparedMeasure } from './store/find';
export { savePreparation, type SavedMeanwhile } from './store/save';
