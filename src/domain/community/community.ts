import type { AreaId, ChatId, Moment, PersonId } from '../ids';
import type { WorkCalendar } from '../calendar/work-calendar';
import type { Category } from './category';
import type { Policy } from './policy';

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
}

export const roles = [
  'resident',
  'rider',
  'volunteer',
  'captain',
  'grid-worker',
  'grid-leader',
  'staff',
  'director',
  'inspector',
  'shop',
] as const;
export type Role = (typeof roles)[number];

export interface RoleGrant {
  readonly role: Role;
  readonly area: AreaId;
}

export interface Person {
  readonly id: PersonId;
  readonly name: string;
  readonly roles: readonly RoleGrant[];
  /** The building where the person lives or is based, or null. */
  readonly building: AreaId | null;
  readonly language: 'zh' | 'en';
  /** First contact without a role or a household makes a guest. */
  readonly guest: boolean;
}

/** One turn of duty, weekly: on these weekdays (1 = Monday … 7 = Sunday), round the clock unless hours are given. */
export interface DutyTurn {
  readonly person: PersonId;
  readonly area: AreaId;
  readonly weekdays: readonly number[];
  readonly from: string;
  readonly to: string;
}

/** `值班 我`, a leave, a substitute: what people said after the pack. */
export interface DutyChange {
  readonly person: PersonId;
  readonly area: AreaId;
  readonly kind: 'on-duty' | 'absent';
  readonly from: Moment;
  readonly to: Moment;
}

export const chatPurposes = ['residents', 'riders', 'volunteers', 'staff'] as const;
export type ChatPurpose = (typeof chatPurposes)[number];

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
  readonly areas: readonly Area[];
  /** People with a role other than resident, rider or volunteer. */
  readonly officers: readonly Person[];
  readonly duty: readonly DutyTurn[];
  readonly dutyChanges: readonly DutyChange[];
  readonly groups: readonly GroupChat[];
  readonly categories: readonly Category[];
  readonly policy: Policy;
  readonly calendar: WorkCalendar;
}
