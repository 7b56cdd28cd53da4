import type { Person } from '../domain/community/community';
import type { AreaId, PersonId } from '../domain/ids';
import type { StoredMark } from '../domain/rounds/give-marks';
import type { Household, HouseholdId } from '../domain/rounds/household';
import type { MarkPhase } from '../domain/rounds/mark';

export interface Households {
  byIds(ids: readonly HouseholdId[]): Promise<readonly Household[]>;
  /** Adds and replaces, in one call to the database. */
  save(households: readonly Household[]): Promise<void>;
  /** Everybody who has one of these names, or one of these ids. */
  peopleNamed(names: readonly string[]): Promise<readonly Person[]>;
  /** Those that the person is head or member of, the one that is headed first. */
  ofPerson(person: PersonId): Promise<readonly Household[]>;
  /** By number, those of paper cards alone when asked. */
  ofVillage(village: AreaId, card?: Household['card']): Promise<readonly Household[]>;
  counts(): Promise<ReadonlyMap<AreaId, number>>;
  nameForHonours(household: HouseholdId, name: string | null): Promise<void>;
  /** Who is its head from now on; told in private. */
  link(household: HouseholdId, person: PersonId): Promise<void>;
}

/** The marks of one round's households; written by the unit of work alone. */
export interface RoundMarks {
  of(round: string, household: HouseholdId): Promise<StoredMark | null>;
  /** Those in one of these phases, by household; with a limit a batch of them. */
  inPhase(round: string, phases: readonly MarkPhase[], limit: number): Promise<readonly StoredMark[]>;
  countByVillage(round: string): Promise<ReadonlyMap<AreaId, number>>;
  /** Households of the village that are marked. */
  markedIn(round: string, village: AreaId): Promise<ReadonlySet<HouseholdId>>;
  /** Posted marks with the plaque, the highest first, and how many there are. */
  plaques(round: string, limit: number): Promise<{ readonly count: number; readonly marks: readonly StoredMark[] }>;
  /** How often each of them has had the plaque, all rounds together. */
  plaquesOf(households: readonly HouseholdId[]): Promise<ReadonlyMap<HouseholdId, number>>;
  lastOf(household: HouseholdId): Promise<StoredMark | null>;
}
