/** What is kept of a person, from `client_profile as profile`. */
export const profileColumns = [
  'profile.first_name as firstName',
  'profile.last_name as lastName',
  'profile.birth_date as birthDate',
  'profile.household_number as householdNumber',
  'profile.is_household_lead as isHouseholdLead',
  'profile.interpreter_language as interpreterLanguage',
  'profile.forecast_on as forecastOn',
  'profile.forecast_months as forecastMonths',
  'profile.market_proximity as marketProximity',
  'profile.expects_progress as expectsProgress',
  'profile.is_willing as isWilling',
  'profile.readiness_clarified_on as readinessClarifiedOn',
  'profile.readiness_by_talk as readinessByTalk',
  'profile.readiness_note_made as readinessNoteMade',
] as const;
