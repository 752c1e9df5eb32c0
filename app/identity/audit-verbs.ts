/**
 * What people read for each verb of the audit log. A verb that code records and
 * that is missing here fails a test.
 */
export const auditSentences = {
  'session.started': 'hat sich angemeldet',
  'session.refused': 'wurde bei der Anmeldung abgewiesen',
  'session.ended': 'hat sich abgemeldet',
  'session.allEnded': 'hat sich überall abgemeldet',
  'account.created': 'hat ein Konto angelegt',
  'account.changed': 'hat ein Konto geändert',
  'account.locked': 'hat ein Konto gesperrt',
  'account.unlocked': 'hat ein Konto entsperrt',
  'account.linkMade': 'hat einen Einmal-Link für ein Konto erstellt',
  'account.linkUsed': 'hat über einen Einmal-Link ein Passwort gewählt',
  'account.passwordChanged': 'hat das eigene Passwort geändert',
  'authority.changed': 'hat die Angaben zur Behörde geändert',
  'measure.created': 'hat eine Maßnahme angelegt',
  'measure.imported': 'hat eine Maßnahme eingelesen',
  'measure.importedAgain': 'hat eine Maßnahme aus einer Datei erneuert',
  'measure.profileChanged': 'hat das Profil einer Maßnahme geändert',
  'measure.moved': 'hat den Stand einer Maßnahme geändert',
  'measure.versionFrozen': 'hat eine Version einer Maßnahme festgehalten',
  'measure.evaluated': 'hat die Bewertung einer Maßnahme geändert',
  'measure.planned': 'hat die Angaben für die Vorlage einer Maßnahme geändert',
  'tender.prepared': 'hat die Vergabe einer Maßnahme vorbereitet',
  'tender.released': 'hat die Vergabeunterlagen einer Maßnahme freigegeben',
  'budgetProduct.added': 'hat ein Produkt des Haushalts angelegt',
  'budgetProduct.renamed': 'hat ein Produkt des Haushalts umbenannt',
  'fundingSource.added': 'hat eine Geldquelle angelegt',
  'fundingSource.changed': 'hat eine Geldquelle geändert',
  'appropriation.entered': 'hat einen Haushaltsansatz eingetragen',
  'appropriation.changed': 'hat einen Haushaltsansatz geändert',
  'appropriation.deleted': 'hat einen Haushaltsansatz gelöscht',
  'budgetTransfer.booked': 'hat Haushaltsmittel umgebucht',
  'jobcenter.changed': 'hat Standorte oder Teams des Jobcenters geändert',
  'substitution.registered': 'hat eine Vertretung eingetragen',
  'substitution.ended': 'hat eine Vertretung beendet',
  'client.entered': 'hat eine Kundin oder einen Kunden erfasst',
  'client.opened': 'hat eine Kundin oder einen Kunden geöffnet',
  'client.openingRefused': 'hat ohne Anlass nach einer Kundin oder einem Kunden gefragt',
  'client.openedForPurpose': 'hat einen Anlass der Fachaufsicht eingetragen',
  'client.changed': 'hat Angaben zu einer Kundin oder einem Kunden geändert',
  'client.handedOver': 'hat die Zuständigkeit für eine Kundin oder einen Kunden übergeben',
  'ruleBook.chosen': 'hat das Regelwerk des Fallmanagements festgelegt',
  'contract.entered': 'hat einen Vertrag eingetragen',
  'contract.edited': 'hat einen Vertragsentwurf geändert',
  'contract.signed': 'hat einen Vertrag als unterzeichnet festgehalten',
  'contract.optionExercised': 'hat eine Verlängerungsoption ausgeübt',
  'contract.optionRefused': 'hat eine Verlängerungsoption nicht ausgeübt',
  'contract.optionMissed': 'hat eine verstrichene Verlängerungsoption geschlossen',
  'contract.changed': 'hat eine Vertragsänderung eingetragen',
  'contract.taskDone': 'hat eine Aufgabe zu einem Vertrag erledigt',
  'contract.ended': 'hat einen Vertrag beendet',
  'template.changed': 'hat die Vorlage eines Dokuments geändert',
} as const satisfies Readonly<Record<string, string>>;

export type AuditVerb = keyof typeof auditSentences;

export function isAuditVerb(text: string): text is AuditVerb {
  return Object.hasOwn(auditSentences, text);
}
