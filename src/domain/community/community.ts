import type { TileSource } from './tile-source';
import type { AreaId, ChatId, Moment, PersonId } from '../ids';
import type { WorkCalendar } from '../calendar/work-calendar';
import type { CarePolicy } from '../care/care-policy';
import type { Loop } from '../council/loop';
import type { Outline, Spot } from '../photos/distance';
import type { Reward, Shop } from '../rewards/reward';
import type { DialectWord } from '../understanding/standard-words';
import type { RoundPolicy } from '../rounds/round-policy';
import type { Category } from './category';
import type { Policy } from './policy';
import type { ChatPurpose, Role } from './roles';

export { chatPurposes, roles, type ChatPurpose, type Role } from './roles';

/** From the widest to the narrowest; a `place` is a gate, a square, a rider station. */
export const areaKinds = ['street', 'community', 'grid', 'building', 'place', 'unit'] as const;
export type AreaKind = (typeof areaKinds)[number];

export interface Area {
  readonly id: AreaId;
  readonly kind: AreaKind;
  readonly name: string;
  readonly parent: AreaId | null;
  /** Other names people use ("六栋", "老年活动室楼"). */
  readonly aliases: readonly string[];
  /** The working time of a desk that keeps its own hours; without it that of the area around it. */
  readonly calendar?: WorkCalendar;
  /** Where it is on a map, in WGS-84. */
  readonly at?: Spot;
  /** Its ground, in WGS-84; more than one piece where it is parted. */
  readonly outline?: readonly Outline[];
}

export interface RoleGrant {
  readonly role: Role;
  readonly area: AreaId;
}

/** `zh-Hant` is made of `zh`, character by character and word by word. */
export const spokenLanguages = ['zh', 'zh-Hant', 'en'] as const;
export type SpokenLanguage = (typeof spokenLanguages)[number];

export interface Person {
  readonly id: PersonId;
  readonly name: string;
  readonly roles: readonly RoleGrant[];
  /** The building where the person lives or is based, or null. */
  readonly building: AreaId | null;
  readonly language: 'zh' | 'en';
  /** What they said they wish to be spoken to in. */
  readonly speaks?: SpokenLanguage;
  /** First contact without a role or a household makes a guest. */
  readonly guest: boolean;
  /** Staff do not wish to hear them, but for danger. */
  readonly banned?: true;
}

/** One turn of duty, weekly: on these weekdays (1 = Monday … 7 = Sunday), round the clock unless hours are given. */
export interface DutyTurn {
  readonly person: PersonId;
  readonly area: AreaId;
  readonly weekdays: readonly number[];
  readonly from: string;
  readonly to: string;
}

/** What people said after the pack: `值班 我`, a leave with who stands in, `销假`. The last word said counts. */
export interface DutyChange {
  readonly person: PersonId;
  readonly area: AreaId;
  /** `back` takes back what was said before of this time: the pack's turns hold again. */
  readonly kind: 'on-duty' | 'absent' | 'back';
  readonly from: Moment;
  readonly to: Moment;
  /** Who stands in while the person is away; null: whoever the pack names, if it does. */
  readonly substitute: PersonId | null;
  /** When it was said, and by whom. */
  readonly at: Moment;
  readonly by: PersonId;
}

/** Who stands in for a person: whenever that one is away, or, with dates, for an absence that is planned for then. */
export interface Substitute {
  readonly person: PersonId;
  readonly by: PersonId;
  readonly during: { readonly from: Moment; readonly to: Moment } | null;
}

/** The property firm, a department of the city, the owners' committee, the Party branch of a network of neighbours. */
export const deskKinds = ['property', 'department', 'owners-committee', 'branch'] as const;
export type DeskKind = (typeof deskKinds)[number];

/** A desk beside the ladder. It is named like an area, and its id is no area's. */
export interface Desk {
  readonly id: AreaId;
  readonly kind: DeskKind;
  readonly name: string;
  readonly aliases: readonly string[];
  /** What it answers for. */
  readonly area: AreaId;
  /** Who answers for it; they need have no office. */
  readonly people: readonly PersonId[];
  /** The working time of a desk that keeps its own hours; without it that of its area. */
  readonly calendar?: WorkCalendar;
}

export interface GroupChat {
  readonly id: ChatId;
  readonly title: string;
  readonly purpose: ChatPurpose;
  readonly area: AreaId;
}

/** The snapshot of a community that rules are decided on. Small: officers, areas, groups; not all residents. */
export interface Community {
  readonly id: string;
  readonly name: string;
  /** In its groups, and with whoever said nothing else; `zh` when not given. */
  readonly language?: SpokenLanguage;
  /** Pictures under the map of the board; without it nobody else is asked for any. */
  readonly tiles?: TileSource;
  readonly areas: readonly Area[];
  /** People with a role other than resident, rider or volunteer. */
  readonly officers: readonly Person[];
  readonly duty: readonly DutyTurn[];
  /** In the order in which they were said. */
  readonly dutyChanges: readonly DutyChange[];
  readonly substitutes: readonly Substitute[];
  readonly groups: readonly GroupChat[];
  readonly categories: readonly Category[];
  /** What people here say for what, as they type it. */
  readonly dialect: readonly DialectWord[];
  /** Desks beside those of the areas. */
  readonly desks: readonly Desk[];
  /** The ways that topics go, each with its day of the week. */
  readonly loops: readonly Loop[];
  readonly shops: readonly Shop[];
  /** What points buy. */
  readonly rewards: readonly Reward[];
  /** The ledger of people in care; null: none is kept here. */
  readonly care: CarePolicy | null;
  /** The monthly round of the households; null: there is none here. */
  readonly rounds: RoundPolicy | null;
  readonly policy: Policy;
  readonly calendar: WorkCalendar;
}
