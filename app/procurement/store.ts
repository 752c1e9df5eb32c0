export { factsOf, findPreparation, findSecrets, type PreparedMeasure } from './store/find';
export { insertPreparation, savePreparation, type SavedMeanwhile } from './store/save';
