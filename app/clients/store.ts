export { findClient, findHead, listHandled, openClient } from './store/find';
export { listClients, searchClients, type ClientRow, clientsPerPage } from './store/list';
export { changeClient, enterClient } from './store/save';
export { profileColumns } from './store/profile-columns';
export { handOver, listHandovers } from './store/hand-over';
export { listOpenings, openForPurpose } from './store/openings';
export { listJobcenter, listSites, listStaff } from './store/jobcenter';
export {
  assignStaff,
  listJobcenterAccounts,
  removeStaff,
  saveSite,
  saveTeam,
  type UpkeepFinding,
} from './store/upkeep';
export {
  endSubstitution,
  listSubstitutions,
  registerSubstitution,
  representable,
  type SubstitutionFinding,
} from './store/substitutions';
