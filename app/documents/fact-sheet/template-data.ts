import type { ShapeOf } from '#templates/engine/shape';
import type { MeasureContent } from '~/portfolio/content';
import type { PlanContent } from '~/portfolio/editing/plan';
import { approachNames } from '~/portfolio/profile/words';
import { type IntakeState, intakeNames, type MeasureState, stateNames } from '~/portfolio/states';
import { carrierTypeNames, implementationNames, kindNames } from '~/portfolio/words';
import type { StripPhase } from './phases-strip';
import {
  contactLines,
  costLines,
  fundingLines,
  notStated,
  optionLines,
  paymentLines,
  phaseDuration,
  participationLines,
  siteLines,
  sourceText,
  staffLines,
  termLines,
  weekLines,
} from './profile-text';

/** Everything a fact sheet is printed from. */
export interface FactSheetFacts {
  readonly authority: {
    readonly name: string;
    readonly office: string | null;
    readonly isFictional: boolean;
  };
  readonly content: MeasureContent;
  readonly sourceYear: number | null;
  readonly state: MeasureState;
  readonly intake: IntakeState;
  readonly plan: PlanContent;
  /** Number of the newest decided version; null: nothing decided yet. */
  readonly versionNo: number | null;
  readonly contentVersion: number;
  /** 'YYYY-MM-DD' */
  readonly today: string;
}

/**
 * The placeholders of `templates/kurzprofil.md`, in German because administrators edit
 * it. A list without entries holds "keine Angabe", so that every line says something.
 */
export interface FactSheetData {
  readonly behoerde: { readonly name: string; readonly amt: string | null; readonly istBeispiel: boolean };
  readonly massnahme: {
    readonly name: string;
    readonly art: string;
    readonly gegenstand: string | null;
    readonly zielgruppe: string;
    readonly stand: string;
    readonly aufnahme: string;
    readonly rechtsgrundlagen: string;
    readonly umsetzung: string;
    readonly traeger: string;
    readonly teilnahme: string;
    readonly freiwilligeLeistung: string | null;
    readonly quelle: string;
  };
  readonly kriterien: readonly string[];
  readonly laufzeit: string;
  readonly optionen: string;
  readonly dauer: string;
  readonly umfang: string;
  readonly kontakte: string;
  readonly standorte: string;
  readonly personal: string;
  readonly kosten: string;
  readonly finanzierung: string;
  readonly verguetung: string;
  readonly bausteine: readonly string[];
  readonly ansaetze: string | null;
  readonly hatPhasen: boolean;
}

export const factSheetShape: ShapeOf<FactSheetData> = {
  behoerde: { name: 'text', amt: 'text', istBeispiel: 'flag' },
  massnahme: {
    name: 'text',
    art: 'text',
    gegenstand: 'text',
    zielgruppe: 'text',
    stand: 'text',
    aufnahme: 'text',
    rechtsgrundlagen: 'text',
    umsetzung: 'text',
    traeger: 'text',
    teilnahme: 'text',
    freiwilligeLeistung: 'text',
    quelle: 'text',
  },
  kriterien: ['text'],
  laufzeit: 'text',
  optionen: 'text',
  dauer: 'text',
  umfang: 'text',
  kontakte: 'text',
  standorte: 'text',
  personal: 'text',
  kosten: 'text',
  finanzierung: 'text',
  verguetung: 'text',
  bausteine: ['text'],
  ansaetze: 'text',
  hatPhasen: 'flag',
};

/**
 * The fact sheet in finished German texts. Results stay out: small numbers have no
 * place in a public sheet; the evaluation prints them, protected.
 *
 * Source: documents.md §§ 0, 1.4, 11.
 */
export function factSheetData(facts: FactSheetFacts): FactSheetData {
  const { authority, content, plan } = facts;
  const { carrier } = content;
  return {
    behoerde: { name: authority.name, amt: authority.office, istBeispiel: authority.isFictional },
    massnahme: {
      name: content.title,
      art: kindNames[content.kind] ?? content.kind,
      gegenstand: plan.serviceSubject,
      zielgruppe: content.targetGroup ?? plan.targetGroup ?? notStated,
      stand: stateNames[facts.state],
      aufnahme:
        facts.state === 'running' ? intakeNames[facts.intake] : 'keine, die Maßnahme läuft hier nicht',
      rechtsgrundlagen: listed(
        content.legalBases.length > 0 ? content.legalBases : plan.legalBases.map(({ cited }) => cited),
      ),
      umsetzung: (content.implementation && implementationNames[content.implementation]) ?? notStated,
      traeger: carrierText(carrier),
      teilnahme:
        content.voluntary === null ? notStated : content.voluntary ? 'freiwillig' : 'nicht freiwillig',
      freiwilligeLeistung: plan.isVoluntaryService === null ? null : plan.isVoluntaryService ? 'ja' : 'nein',
      quelle: sourceText(carrier.name, facts.sourceYear, authority.name),
    },
    kriterien: stated(content.targetCriteria),
    laufzeit: lines(termLines(content, plan)),
    optionen: lines(optionLines(content, plan)),
    dauer: lines(participationLines(content)),
    umfang: lines(weekLines(content)),
    kontakte: lines(contactLines(content)),
    standorte: lines(sitesOf(content, plan)),
    personal: lines(staffLines(content)),
    kosten: lines(costLines(content)),
    finanzierung: lines(fundingLines(content)),
    verguetung: lines(paymentLines(content)),
    bausteine: content.modules,
    ansaetze: (content.portal?.approaches ?? []).map((key) => approachNames[key]).join(', ') || null,
    hatPhasen: phasesOf(facts).length > 0,
  };
}

/** The source's phases, else those of the district's plan. */
export function phasesOf({ content, plan }: Pick<FactSheetFacts, 'content' | 'plan'>): StripPhase[] {
  if (content.phases.length > 0) {
    return content.phases.map((phase) => ({ ...phase, duration: phaseDuration(phase, content.portal) }));
  }
  return plan.phases.map(({ title, subText }) => ({ name: title, duration: null, content: subText }));
}

function sitesOf(content: MeasureContent, plan: PlanContent): string[] {
  const lines = siteLines(content);
  return lines.length > 0 ? lines : plan.sites.map(({ name }) => name);
}

function carrierText({ name, type }: MeasureContent['carrier']): string {
  const kind = type === null ? null : (carrierTypeNames[type] ?? null);
  if (name === null) return kind ?? notStated;
  // "Landkreis Beispiel, Landkreis" says nothing twice.
  return kind === null || name.includes(kind) ? name : `${name}, ${kind}`;
}

function stated(texts: readonly string[]): readonly string[] {
  return texts.length > 0 ? texts : [notStated];
}

/** One under the other in one cell. */
function lines(texts: readonly string[]): string {
  return stated(texts).join('\n');
}

function listed(texts: readonly string[]): string {
  return texts.length > 0 ? texts.join(', ') : notStated;
}
