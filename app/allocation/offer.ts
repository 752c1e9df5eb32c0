import type { LegalBasisSetting } from '~/eligibility/legal-basis-settings';
import type { IntakeState } from '~/portfolio/states';
import type { Place } from './rules/places';

/** One numbered place, or one seat of a group, with who has it when (nobody's name). */
export interface OfferedPlace extends Place {
  readonly id: string;
  readonly no: number;
}

/** Where one can take part: the places of a site, or one run of a group with its seats. */
export interface Spot {
  /** What a form sends for it. */
  readonly key: string;
  readonly kind: 'site' | 'group';
  readonly contractId: string;
  readonly site: string;
  /** Null: a site. */
  readonly groupName: string | null;
  /** First and last day on which somebody may be there; of a site: of the contract as it runs today. */
  readonly firstDay: string;
  readonly lastDay: string;
  /** An option of the contract waits for its declaration. */
  readonly hasOpenOption: boolean;
  /** By number. */
  readonly places: readonly OfferedPlace[];
}

/** What a contract says of the measure that is delivered under it. */
interface OfferedService {
  readonly contractId: string;
  readonly providerId: string;
  readonly providerName: string;
  readonly unit: 'place' | 'group';
  readonly involvesHousehold: boolean;
  readonly reportsAbsence: boolean;
  readonly interimReportMonths: number | null;
}

/** A measure that people can be allocated to, under one running contract or several. */
export interface Offer {
  readonly measureId: string;
  readonly slug: string;
  readonly title: string;
  readonly intake: IntakeState;
  readonly legalBases: readonly string[];
  readonly serviceSubject: string | null;
  readonly setting: LegalBasisSetting | null;
  readonly services: readonly OfferedService[];
  readonly spots: readonly Spot[];
}
