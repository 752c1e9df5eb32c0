export { listContractChoices } from './store/choices';
export { changeContract } from './store/changes';
export { addMissingDuties } from './store/duties';
export { endContract, finishTask } from './store/end';
export {
  contractsPerPage,
  findContract,
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
export { type DecisionFinding, exerciseOption, refuseOption } from './store/options';
export { editContract, enterContract } from './store/save';
export { addCertificate } from './store/certificates';
export { savePremiums } from './store/premiums';
export { findServicePage } from './store/service-page';
export { addComponent, changeService } from './store/services';
export { signContract } from './store/sign';
