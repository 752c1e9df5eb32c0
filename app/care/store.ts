export { type BeginFinding, decideStart, registerWait, type WaitFinding, withdrawWait } from './store/begin';
export {
  findEffectSubject,
  listEffectMonths,
  listEffectRecords,
  listEffectYears,
  recordEffect,
} from './store/effects';
export {
  askAboutExit,
  correctCareExit,
  decideDispute,
  endCare,
  recordClosingTalk,
  recordFollowUp,
} from './store/end';
export { findCare, findKnownCare, recordOpening } from './store/file';
export { findEnd, listCareNeeds, listDisputes, listMoves, listReviews } from './store/history';
export { answerReview, recordReview } from './store/reviews';
export { findStanding } from './store/standing';
export { findTeam, listCasesOf, recordTeamCheck, type Team } from './store/team';
