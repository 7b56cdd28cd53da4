import type { Person } from '../domain/community/community';
import type { Household, HouseholdId } from '../domain/rounds/household';

export interface Households {
  byIds(ids: readonly HouseholdId[]): Promise<readonly Household[]>;
  /** Adds and replaces, in one call to the database. */
  save(households: readonly Household[]): Promise<void>;
  /** Everybody who has one of these names, or one of these ids. */
  peopleNamed(names: readonly string[]): Promise<readonly Person[]>;
}
