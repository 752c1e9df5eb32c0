export { listContractChoices } from './store/choices';
export { changeContract, type ChangeRefusal } from './store/changes';
export { type EndFinding, endContract, finishTask } from './store/end';
export {
  type ContractRow,
  contractsPerPage,
  findContract,
  isContractId,
  listContractLabels,
  listContractMoves,
  listContracts,
  listOpenOptions,
  listOpenTasks,
  listPlaces,
} from './store/find';
export { findLetter, keepLetter } from './store/letters';
export { closeMissedOptions } from './store/missed';
export { findContractPage } from './store/page';
export { type DecisionFinding, exerciseOption, type Exercised, refuseOption } from './store/options';
export { editContract, enterContract, type EntryFinding } from './store/save';
export { type SignFinding, signContract } from './store/sign';
