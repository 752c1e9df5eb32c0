export { recordAttendance } from './store/attendance';
export { listDueSessions } from './store/due';
export { findSession, findWholeGroup, groupsPerPage, listGroups, listOffers } from './store/find';
export { planGroup } from './store/plan';
export { addCatchUp, cancelSession, closeGroup, holdSession, moveSession } from './store/sessions';
