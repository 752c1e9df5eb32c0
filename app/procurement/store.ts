export { factsOf, findPreparation, findSecrets } from './store/find';
export { insertPreparation, savePreparation } from './store/save';
