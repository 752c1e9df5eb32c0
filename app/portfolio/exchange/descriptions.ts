/** What people read for a key of a portfolio file: its name, and what belongs there. */
interface KeyDescription {
  readonly title: string;
  readonly description: string;
}

/**
 * Every key of a portfolio file; `[]` stands for any entry of a list. A test holds this
 * beside the schema, so that no key goes unexplained.
 */
export const keyDescriptions: Readonly<Record<string, KeyDescription>> = {
  slug: {
    title: 'Kennung',
    description:
      'Wird die Adresse der Maßnahme, z. B. "case-manager". Kleinbuchstaben, Ziffern und einzelne Bindestriche. Die Datei heißt am besten ebenso.',
  },
  title: { title: 'Titel', description: 'Name der Maßnahme, wie die Quelle ihn schreibt.' },
  kind: {
    title: 'Art',
    description:
      '"massnahme" für eine Maßnahme, "handlungsansatz" für einen Ansatz innerhalb anderer Maßnahmen.',
  },
  carrier: { title: 'Träger', description: 'Wer die Maßnahme verantwortet.' },
  'carrier.name': { title: 'Name des Trägers', description: 'Wie in der Quelle genannt.' },
  'carrier.type': {
    title: 'Art des Trägers',
    description:
      '"gE" Jobcenter als gemeinsame Einrichtung, "zkT" zugelassener kommunaler Träger, "land" Land, "BA" Bundesagentur für Arbeit, "landkreis" Landkreis.',
  },
  targetGroup: { title: 'Zielgruppe', description: 'Für wen die Maßnahme da ist, in einem Satz.' },
  targetCriteria: {
    title: 'Kriterien der Zielgruppe',
    description: 'Altersgrenzen, Ausschlüsse und Bedingungen der Aufnahme, je eine.',
  },
  period: {
    title: 'Laufzeit',
    description: 'Laufzeit der Maßnahme, nicht einer Person. Beide Tage zählen mit.',
  },
  'period.start': { title: 'Beginn', description: 'So genau wie die Quelle.' },
  'period.end': { title: 'Ende', description: 'So genau wie die Quelle; nicht vor dem Beginn.' },
  'period.openEnded': {
    title: 'Ohne festes Ende',
    description: 'true, wenn die Quelle sagt, dass die Maßnahme ohne Ende läuft.',
  },
  'period.note': { title: 'Anmerkung zur Laufzeit', description: 'Was die Tage nicht sagen.' },
  extensionOptions: {
    title: 'Verlängerungen',
    description: 'Vereinbarte Möglichkeiten der Verlängerung, in ihrer zeitlichen Folge.',
  },
  'extensionOptions[].from': { title: 'Beginn der Verlängerung', description: 'Erster Tag.' },
  'extensionOptions[].to': { title: 'Ende der Verlängerung', description: 'Letzter Tag.' },
  'extensionOptions[].months': {
    title: 'Monate der Verlängerung',
    description: 'Nur, wenn die Quelle die Zahl nennt.',
  },
  'extensionOptions[].condition': {
    title: 'Bedingung der Verlängerung',
    description: 'Woran die Verlängerung hängt.',
  },
  individualDuration: {
    title: 'Dauer einer Teilnahme',
    description: 'Wie lange eine Person teilnimmt.',
  },
  'individualDuration.typicalMonths': { title: 'Übliche Monate', description: 'In Monaten, auch 1.5.' },
  'individualDuration.minMonths': { title: 'Mindestens Monate', description: 'In Monaten.' },
  'individualDuration.maxMonths': { title: 'Höchstens Monate', description: 'In Monaten.' },
  'individualDuration.attendanceDays': {
    title: 'Anwesenheitstage',
    description: 'Wenn die Teilnahme als Zahl von Tagen bemessen ist, z. B. 120.',
  },
  'individualDuration.note': { title: 'Anmerkung zur Dauer', description: 'Was die Zahlen nicht sagen.' },
  weeklyHours: {
    title: 'Wochenstunden',
    description: 'In Worten, weil Stunden, Unterrichtseinheiten und Teilzeit sich nicht mischen lassen.',
  },
  contactRhythm: {
    title: 'Kontakte',
    description: 'Wie oft und wie lange Gespräche stattfinden, in Worten.',
  },
  places: { title: 'Plätze je Standort', description: 'Gleichzeitige Plätze, je Standort ein Eintrag.' },
  'places[].site': { title: 'Standort', description: 'Name des Standorts.' },
  'places[].count': { title: 'Plätze', description: 'null, wenn die Quelle keine Zahl nennt; nie 0 dafür.' },
  placesTotal: { title: 'Plätze insgesamt', description: 'Nur, wenn die Quelle die Summe nennt.' },
  staffing: { title: 'Personal', description: 'Personaleinsatz.' },
  'staffing.ratio': { title: 'Personalschlüssel', description: 'Wie in der Quelle, z. B. "1:6".' },
  'staffing.fte': {
    title: 'Stellen',
    description: 'Vollzeitstellen, nur wenn die Quelle eine einzige Zahl nennt.',
  },
  'staffing.note': { title: 'Anmerkung zum Personal', description: 'Teile der Stellen, Qualifikationen.' },
  budget: { title: 'Kosten', description: 'Beträge in Euro, nur die genannten; nichts umrechnen.' },
  'budget.totalEur': { title: 'Kosten insgesamt', description: 'Euro für die ganze Laufzeit.' },
  'budget.perYearEur': { title: 'Kosten je Jahr', description: 'Euro je Jahr.' },
  'budget.perMonthEur': { title: 'Kosten je Monat', description: 'Euro je Monat.' },
  'budget.perPlacePerMonthEur': {
    title: 'Kosten je Platz und Monat',
    description: 'Euro je Platz und Monat.',
  },
  'budget.perParticipantEur': { title: 'Kosten je Teilnahme', description: 'Euro je Teilnahme.' },
  'budget.note': {
    title: 'Anmerkung zu den Kosten',
    description: '"ca.", "bis zu", Teil eines Jahres, Schätzung, nur ein Geldgeber.',
  },
  fundingSources: { title: 'Finanzierung', description: 'Geldgeber mit Anteil oder Betrag.' },
  'fundingSources[].source': { title: 'Geldgeber', description: 'Z. B. "Eingliederungstitel", "ESF".' },
  'fundingSources[].legalBasis': { title: 'Grundlage', description: 'Norm oder Programm.' },
  'fundingSources[].share': {
    title: 'Anteil',
    description: 'Prozent als Zahl (25 heißt 25 %) oder Worte ("zwei Drittel").',
  },
  'fundingSources[].amountEur': {
    title: 'Betrag',
    description: 'Euro; der Zeitraum steht in der Anmerkung.',
  },
  'fundingSources[].note': { title: 'Anmerkung zum Geldgeber', description: 'Zeitraum, Bedingungen.' },
  paymentModel: {
    title: 'Vergütung',
    description: 'Fester Betrag, Prämien, Stufen: in den Worten der Quelle.',
  },
  legalBases: {
    title: 'Rechtsgrundlagen',
    description:
      'Je eine Norm, z. B. "§ 16a Nr. 3 SGB II", alte Fassungen mit "a. F.". Was das Portal nicht kennt, bleibt, wie es zitiert ist.',
  },
  implementation: {
    title: 'Umsetzung',
    description:
      '"vergabe", "inhouse", "projektfoerderung", "einzelfallfoerderung" oder "selbstvornahme"; null, wenn keine passt.',
  },
  voluntary: {
    title: 'Freiwillige Teilnahme',
    description: 'Ob die Person freiwillig teilnimmt; nicht, ob der Kreis die Leistung freiwillig gibt.',
  },
  phases: { title: 'Phasen', description: 'In ihrer Folge.' },
  'phases[].name': { title: 'Name der Phase', description: 'Kurz.' },
  'phases[].duration': { title: 'Dauer der Phase', description: 'In Worten, z. B. "bis zu 8 Wochen".' },
  'phases[].content': { title: 'Inhalt der Phase', description: 'Was geschieht.' },
  modules: { title: 'Module', description: 'Bausteine, je einer.' },
  reporting: { title: 'Berichte', description: 'Was wann an wen berichtet wird, je ein Satz.' },
  rules: { title: 'Regeln', description: 'Prüfbare Aussagen, je ein Satz.' },
  results: { title: 'Ergebnisse', description: 'Jede Zahl der Auswertung und die wichtigsten des Umfelds.' },
  'results[].label': { title: 'Bezeichnung', description: 'Was gezählt ist; "rund" und "ca." stehen hier.' },
  'results[].value': {
    title: 'Wert',
    description: 'Zahl, oder Text für Brüche wie "2/3". Prozent als 25, nicht als 0.25.',
  },
  'results[].unit': { title: 'Einheit', description: 'Z. B. "Prozent", "Personen", "Euro".' },
  'results[].basis': { title: 'Grundgesamtheit', description: 'Wovon der Wert ein Teil ist.' },
  'results[].asOf': { title: 'Stand', description: 'So genau wie die Quelle.' },
  lessons: { title: 'Erfahrungen', description: 'Was die Verfasser gelernt haben, je ein Satz.' },

  portal: {
    title: 'Ergänzungen des Portals',
    description:
      'Was das Portal zu den Worten der Quelle in Zahlen festhält. Darf ganz fehlen, ebenso jeder Schlüssel darin. Fehlt es, bleiben die Ergänzungen einer schon vorhandenen Maßnahme.',
  },
  'portal.runs': { title: 'Durchläufe', description: 'Durchläufe mit eigenem Beginn und Ende.' },
  'portal.runs[].name': { title: 'Name des Durchlaufs', description: 'Z. B. "1. Durchlauf".' },
  'portal.runs[].from': { title: 'Erster Tag', description: 'Auf den Tag genau.' },
  'portal.runs[].to': { title: 'Letzter Tag', description: 'Auf den Tag genau.' },
  'portal.runs[].places': { title: 'Plätze des Durchlaufs', description: 'Gleichzeitige Plätze.' },
  'portal.sessions': { title: 'Termine', description: 'Ein Training aus einzelnen Terminen.' },
  'portal.sessions.count': { title: 'Zahl der Termine', description: 'Z. B. 6.' },
  'portal.sessions.hours': { title: 'Stunden je Termin', description: 'Z. B. 4.' },
  'portal.sessions.groupSize': { title: 'Größe der Gruppe', description: 'Personen je Gruppe.' },
  'portal.sessions.note': { title: 'Anmerkung zu den Terminen', description: 'Was die Zahlen nicht sagen.' },
  'portal.attendance': {
    title: 'Anwesenheit',
    description: 'Wo die Teilnahme nach Anwesenheitstagen bemessen ist.',
  },
  'portal.attendance.areMissedDaysAppended': {
    title: 'Fehltage angehängt',
    description: 'Ob versäumte Tage am Ende nachgeholt werden.',
  },
  'portal.attendance.note': { title: 'Anmerkung zur Anwesenheit', description: 'Ausnahmen.' },
  'portal.weekly': { title: 'Umfang je Woche', description: 'Stunden oder Unterrichtseinheiten je Woche.' },
  'portal.weekly.min': { title: 'Mindestens', description: 'Je Woche.' },
  'portal.weekly.max': {
    title: 'Höchstens',
    description: 'Je Woche; gleich dem Mindestwert, wenn er fest ist.',
  },
  'portal.weekly.unit': {
    title: 'Einheit',
    description: '"hours" Zeitstunden, "teachingUnits" Unterrichtseinheiten von 45 Minuten.',
  },
  'portal.weekly.note': { title: 'Anmerkung zum Umfang', description: 'Z. B. Teilzeit.' },
  'portal.contacts': { title: 'Kontakte je Abschnitt', description: 'Wie oft in welchem Abschnitt.' },
  'portal.contacts[].stage': { title: 'Abschnitt', description: 'Z. B. "erste 8 Wochen".' },
  'portal.contacts[].everyWeeks': {
    title: 'Abstand',
    description: 'In Wochen: 1 wöchentlich, 2 alle zwei Wochen, 0.5 zweimal in der Woche.',
  },
  'portal.contacts[].minutes': { title: 'Dauer', description: 'Minuten je Kontakt.' },
  'portal.phaseSpans': { title: 'Dauer der Phasen', description: 'In Zahlen, zu Phasen gleichen Namens.' },
  'portal.phaseSpans[].phase': { title: 'Phase', description: 'Name wie in "phases".' },
  'portal.phaseSpans[].span': { title: 'Dauer', description: 'Von und bis.' },
  'portal.phaseSpans[].span.min': { title: 'Mindestens', description: 'In der genannten Einheit.' },
  'portal.phaseSpans[].span.max': { title: 'Höchstens', description: 'In der genannten Einheit.' },
  'portal.phaseSpans[].span.unit': {
    title: 'Einheit',
    description: '"days" Tage, "weeks" Wochen, "months" Monate.',
  },
  'portal.reviews': {
    title: 'Prüfpunkte',
    description: 'Was wann nach Beginn einer Teilnahme anzusehen ist.',
  },
  'portal.reviews[].what': { title: 'Prüfpunkt', description: 'Z. B. "Rückmeldung an das Jobcenter".' },
  'portal.reviews[].after': { title: 'Nach', description: 'Zahl in der genannten Einheit.' },
  'portal.reviews[].unit': {
    title: 'Einheit',
    description: '"days" Tage, "weeks" Wochen, "months" Monate.',
  },
  'portal.staff': { title: 'Personal in Zahlen', description: 'Je Aufgabe ein Eintrag.' },
  'portal.staff[].role': { title: 'Aufgabe', description: 'Z. B. "Sozialpädagogik".' },
  'portal.staff[].clientsPerPost': {
    title: 'Personen je Stelle',
    description: '6 bei einem Schlüssel von 1:6.',
  },
  'portal.staff[].posts': { title: 'Stellen', description: 'Vollzeitstellen.' },
  'portal.costs': { title: 'Kosten in Zahlen', description: 'Je Angabe der Quelle ein Eintrag.' },
  'portal.costs[].kind': {
    title: 'Bezug',
    description:
      '"total" insgesamt, "year" je Jahr, "month" je Monat, "placeMonth" je Platz und Monat, "participant" je Teilnahme, "session" je Termin, "other" Sonstiges.',
  },
  'portal.costs[].amountEur': { title: 'Betrag', description: 'Euro.' },
  'portal.costs[].qualifier': {
    title: 'Genauigkeit',
    description: '"exact" genau, "circa" ca., "upTo" bis zu, "lessThan" weniger als, "from" ab.',
  },
  'portal.costs[].note': { title: 'Anmerkung zum Betrag', description: 'Zeitraum, Bedingungen.' },
  'portal.funding': { title: 'Finanzierung in Zahlen', description: 'Je Geldgeber ein Eintrag.' },
  'portal.funding[].source': { title: 'Geldgeber', description: 'Name wie in "fundingSources".' },
  'portal.funding[].kind': {
    title: 'Art des Geldes',
    description:
      '"integrationBudget" Eingliederungstitel, "administrationBudget" Verwaltungsbudget, "municipal" kommunal, "esf" ESF, "state" Land, "erdf" EFRE, "federal" Bund, "thirdParty" Dritte.',
  },
  'portal.funding[].sharePercent': { title: 'Anteil', description: 'Prozent.' },
  'portal.funding[].amountEur': { title: 'Betrag', description: 'Euro.' },
  'portal.payment': { title: 'Vergütung in Zahlen', description: 'Wie bezahlt wird.' },
  'portal.payment.model': {
    title: 'Modell',
    description:
      '"monthlyFixed" fester Betrag je Monat, "perPlace" je Platz, "perParticipant" je Teilnahme, "perSession" je Termin, "premiums" Prämien, "flatGrant" Pauschale nach Stufen, "refund" Erstattung je Person.',
  },
  'portal.payment.premiums': { title: 'Prämien', description: 'Anteile der Prämie; zusammen 100.' },
  'portal.payment.premiums[].reason': { title: 'Anlass', description: 'Wofür dieser Teil gezahlt wird.' },
  'portal.payment.premiums[].sharePercent': { title: 'Anteil', description: 'Prozent der Prämie.' },
  'portal.payment.grants': { title: 'Stufen', description: 'Pauschalen nach Stufen.' },
  'portal.payment.grants[].condition': { title: 'Stufe', description: 'Z. B. "Lohn über 1.200 Euro".' },
  'portal.payment.grants[].amountEur': { title: 'Betrag', description: 'Euro.' },
  'portal.reports': { title: 'Berichtspflichten', description: 'Je Bericht ein Eintrag.' },
  'portal.reports[].what': { title: 'Bericht', description: 'Was berichtet wird.' },
  'portal.reports[].rhythm': {
    title: 'Rhythmus',
    description:
      '"perCase" je Fall, "monthly" monatlich, "quarterly" vierteljährlich, "halfYearly" halbjährlich, "yearly" jährlich, "once" einmal.',
  },
  'portal.reports[].to': { title: 'Empfänger', description: 'An wen.' },
  'portal.healthPercent': {
    title: 'Anteil Gesundheit',
    description: 'Prozent der Inhalte, die der Gesundheit dienen (§ 45 SGB III).',
  },
  'portal.isCofunded': {
    title: 'Mitfinanziert',
    description: 'Ob Dritte den Anteil Gesundheit mitbezahlen.',
  },
  'portal.onlyWithin': {
    title: 'Nur innerhalb von',
    description: 'Normen, in deren Maßnahmen allein dieser Ansatz eingekauft werden darf.',
  },
  'portal.neededCertificate': {
    title: 'Nötige Zertifizierung',
    description: 'Zertifizierung, ohne die ein Träger die Maßnahme nicht durchführen darf.',
  },
  'portal.maxHealthPercent': {
    title: 'Höchster Anteil Gesundheit',
    description: 'Prozent der Inhalte, die ohne Mitfinanzierung Dritter der Gesundheit dienen dürfen.',
  },
  'portal.approaches': {
    title: 'Ansätze',
    description:
      '"trainedStaff" geschultes Personal, "counselling" Beratung, "tailoredOffers" passgenaue Angebote, "health" Gesundheit, "practicalTrial" Erprobung, "aftercare" Nachbetreuung, "employers" Arbeitgeber, "municipalServices" kommunale Leistungen, "networks" Netzwerke.',
  },
};

/** "Laufzeit" for `period`; a key nobody described keeps its own name. */
export function keyTitle(path: string): string {
  return keyDescriptions[path]?.title ?? path;
}
