export { listContacts, recordContact } from './store/contacts';
export { addNeed, listNeeds, recordProgress } from './store/needs';
export { listOwing, type Owing } from './store/owing';
export {
  findParticipant,
  listFilterChoices,
  listParticipantMoves,
  listParticipants,
  openParticipant,
  participantsPerPage,
} from './store/participants';
export { addStep, listReviews, listSteps, reviewPlan, settleStep } from './store/plan';
export { listReferrals, recordReferral, settleReferral } from './store/referrals';
export { closeUnstarted, confirmParticipant } from './store/start';
