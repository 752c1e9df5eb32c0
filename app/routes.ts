import { route } from '@remix-run/route-config';
import type { RouteConfig } from '@remix-run/route-config';

/**
 * The table of all doors: address → file. Who may enter stands in each file
 * (`handle.access`); a file that declares nothing lets nobody in.
 *
 * Few files on purpose: every route costs about 0.04 ms on every page, so all
 * kinds of documents share one door with a parameter.
 */
export default [
  route('', 'routes/start.tsx', { index: true }),

  route('anmelden', 'routes/anmelden.tsx'),
  route('abmelden', 'routes/abmelden.tsx'),
  route('zugang/:token', 'routes/zugang.$token.tsx'),
  route('konto', 'routes/konto.tsx'),

  route('massnahmen', 'routes/massnahmen.tsx'),
  route('massnahmen.json', 'routes/massnahmen.json.ts'),
  route('massnahmen/neu', 'routes/massnahmen.neu.tsx'),
  route('massnahmen/import', 'routes/massnahmen.import.tsx'),
  route('massnahmen/import/:entwurf', 'routes/massnahmen.import.$entwurf.tsx'),
  route('massnahmen/export.zip', 'routes/massnahmen.export.zip.ts'),
  // Before the files of measures: both count as fixed words, and the first one wins.
  route('massnahmen/schema.json', 'routes/massnahmen.schema.json.ts'),
  route('massnahmen/:slug.json', 'routes/massnahmen.$slug.json.ts'),
  route('massnahmen/portfolio.pdf', 'routes/massnahmen.portfolio.tsx'),
  route('massnahmen/:slug', 'routes/massnahmen.$slug.tsx'),
  route('massnahmen/:slug/stand', 'routes/massnahmen.$slug.stand.tsx'),
  route('massnahmen/:slug/bearbeiten/:abschnitt?', 'routes/massnahmen.$slug.bearbeiten.tsx'),
  route('massnahmen/:slug/auswertung', 'routes/massnahmen.$slug.auswertung.tsx'),
  route('massnahmen/:slug/dokumente', 'routes/massnahmen.$slug.dokumente.tsx'),
  route('massnahmen/:slug/dokumente/:art.pdf', 'routes/massnahmen.$slug.dokumente.$art.tsx'),
  route(
    'massnahmen/:slug/dokumente/vergabeunterlagen.zip',
    'routes/massnahmen.$slug.dokumente.vergabeunterlagen.zip.tsx',
  ),
  route('massnahmen/:slug/vergabe/freigabe', 'routes/massnahmen.$slug.vergabe.freigabe.tsx'),
  route('massnahmen/:slug/vergabe/:schritt?', 'routes/massnahmen.$slug.vergabe.tsx'),
  route('haushalt', 'routes/haushalt.tsx'),
  route('vertraege', 'routes/vertraege.tsx'),
  route('vertraege/neu', 'routes/vertraege.neu.tsx'),
  route('vertraege/:vertrag', 'routes/vertraege.$vertrag.tsx'),
  route('vertraege/:vertrag/bearbeiten', 'routes/vertraege.$vertrag.bearbeiten.tsx'),
  route('vertraege/:vertrag/durchfuehrung', 'routes/vertraege.$vertrag.durchfuehrung.tsx'),
  route(
    'vertraege/:vertrag/verlaengerung/:option.pdf',
    'routes/vertraege.$vertrag.verlaengerung.$option.tsx',
  ),

  route('auswertungen', 'routes/auswertungen.tsx'),

  route('kundinnen', 'routes/kundinnen.tsx'),
  route('kundinnen/neu', 'routes/kundinnen.neu.tsx'),
  route('kundinnen/vertretung', 'routes/kundinnen.vertretung.tsx'),
  route('kundinnen/:kundin', 'routes/kundinnen.$kundin.tsx'),
  route('kundinnen/:kundin/bearbeiten', 'routes/kundinnen.$kundin.bearbeiten.tsx'),
  route('kundinnen/:kundin/pruefung', 'routes/kundinnen.$kundin.pruefung.tsx'),
  route('kundinnen/:kundin/uebergabe', 'routes/kundinnen.$kundin.uebergabe.tsx'),
  route('kundinnen/:kundin/fallmanagement', 'routes/kundinnen.$kundin.fallmanagement.tsx'),

  route(
    'zuweisungen/:betreuung/ueberpruefung/:monat',
    'routes/zuweisungen.$betreuung.ueberpruefung.$monat.tsx',
  ),
  route('zuweisungen/:zuweisung/wirkung', 'routes/zuweisungen.$zuweisung.wirkung.tsx'),
  route('team', 'routes/team.tsx'),
  route('auswertungen/wirkung', 'routes/auswertungen.wirkung.tsx'),

  route('zuweisungen/:zuweisung/abgang', 'routes/zuweisungen.$zuweisung.abgang.tsx'),

  route('traeger', 'routes/traeger.tsx'),
  route('traeger/teilnehmende', 'routes/traeger.teilnehmende.tsx'),
  route('traeger/teilnehmende/:teilnahme', 'routes/traeger.teilnehmende.$teilnahme.tsx'),
  route('traeger/teilnehmende/:teilnahme/antritt', 'routes/traeger.teilnehmende.$teilnahme.antritt.tsx'),
  route('traeger/teilnehmende/:teilnahme/kontakte', 'routes/traeger.teilnehmende.$teilnahme.kontakte.tsx'),
  route('traeger/teilnehmende/:teilnahme/plan', 'routes/traeger.teilnehmende.$teilnahme.plan.tsx'),
  route(
    'traeger/teilnehmende/:teilnahme/vermittlungen',
    'routes/traeger.teilnehmende.$teilnahme.vermittlungen.tsx',
  ),
  route(
    'traeger/teilnehmende/:teilnahme/fortschritte',
    'routes/traeger.teilnehmende.$teilnahme.fortschritte.tsx',
  ),
  route('traeger/teilnehmende/:teilnahme/abgang', 'routes/traeger.teilnehmende.$teilnahme.abgang.tsx'),
  route('traeger/gruppen', 'routes/traeger.gruppen.tsx'),
  route('traeger/gruppen/neu', 'routes/traeger.gruppen.neu.tsx'),
  route('traeger/gruppen/:gruppe', 'routes/traeger.gruppen.$gruppe.tsx'),
  route('traeger/gruppen/:gruppe/anwesenheit', 'routes/traeger.gruppen.$gruppe.anwesenheit.tsx'),
  route('traeger/anwesenheit', 'routes/traeger.anwesenheit.tsx'),
  route('traeger/anwesenheit/:sitzung', 'routes/traeger.anwesenheit.$sitzung.tsx'),
  route('kundinnen/:kundin/massnahmen', 'routes/kundinnen.$kundin.massnahmen.tsx'),

  route('zuweisungen', 'routes/zuweisungen.tsx'),
  route('zuweisungen/neu', 'routes/zuweisungen.neu.tsx'),
  route('zuweisungen/warteliste', 'routes/zuweisungen.warteliste.tsx'),
  route('zuweisungen/warteliste/:eintrag', 'routes/zuweisungen.warteliste.$eintrag.tsx'),
  route('zuweisungen/warteliste/:eintrag.pdf', 'routes/zuweisungen.warteliste.$eintrag.pdf.tsx'),
  route('zuweisungen/:zuweisung', 'routes/zuweisungen.$zuweisung.tsx'),
  route('zuweisungen/:zuweisung/nicht-angetreten', 'routes/zuweisungen.$zuweisung.nicht-angetreten.tsx'),
  route('zuweisungen/:zuweisung/verlaengerung', 'routes/zuweisungen.$zuweisung.verlaengerung.tsx'),
  route(
    'zuweisungen/:zuweisung/zuweisungsschreiben.pdf',
    'routes/zuweisungen.$zuweisung.zuweisungsschreiben.tsx',
  ),
  route('traeger/berichte', 'routes/traeger.berichte.tsx'),
  route('traeger/berichte/:bericht.pdf', 'routes/traeger.berichte.$bericht.paper.tsx'),
  route('traeger/berichte/:bericht', 'routes/traeger.berichte.$bericht.tsx'),
  route('berichte', 'routes/berichte.tsx'),
  route('berichte/:bericht.pdf', 'routes/berichte.$bericht.paper.tsx'),
  route('berichte/:bericht', 'routes/berichte.$bericht.tsx'),

  route('traeger/rechnungen', 'routes/traeger.rechnungen.tsx'),
  route('traeger/rechnungen/neu', 'routes/traeger.rechnungen.neu.tsx'),
  route('traeger/rechnungen/angaben', 'routes/traeger.rechnungen.angaben.tsx'),
  route('traeger/rechnungen/:rechnung.pdf', 'routes/traeger.rechnungen.$rechnung.pdf.tsx'),
  route('traeger/rechnungen/:rechnung', 'routes/traeger.rechnungen.$rechnung.tsx'),
  route('rechnungen', 'routes/rechnungen.tsx'),
  route('rechnungen/:rechnung.pdf', 'routes/rechnungen.$rechnung.pdf.tsx'),
  route('rechnungen/:rechnung', 'routes/rechnungen.$rechnung.tsx'),

  route('verwaltung', 'routes/verwaltung.tsx'),
  route('verwaltung/konten', 'routes/verwaltung.konten.tsx'),
  route('verwaltung/konten/neu', 'routes/verwaltung.konten.neu.tsx'),
  route('verwaltung/konten/:id', 'routes/verwaltung.konten.$id.tsx'),
  route('verwaltung/behoerde', 'routes/verwaltung.behoerde.tsx'),
  route('verwaltung/jobcenter', 'routes/verwaltung.jobcenter.tsx'),
  route('verwaltung/regeln', 'routes/verwaltung.regeln.tsx'),
  route('verwaltung/vorlagen', 'routes/verwaltung.vorlagen.tsx'),
  route('verwaltung/vorlagen/:art', 'routes/verwaltung.vorlagen.$art.tsx'),
  route('verwaltung/protokoll', 'routes/verwaltung.protokoll.tsx'),

  route('hilfe', 'routes/hilfe.tsx'),
  route('hilfe/tastatur', 'routes/hilfe.tastatur.tsx'),
  route('barrierefreiheit', 'routes/barrierefreiheit.tsx'),
  route('datenschutz', 'routes/datenschutz.tsx'),
  route('impressum', 'routes/impressum.tsx'),
  route('health', 'routes/health.ts'),
  route('*', 'routes/fehlt.tsx'),
] satisfies RouteConfig;
