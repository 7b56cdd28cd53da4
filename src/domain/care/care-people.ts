import type { Community, Person, Role } from '../community/community';
import { hasRole } from '../community/may';
import { directorsFor, staffFor } from '../community/responsible';
import type { Moment, PersonId } from '../ids';
import type { CareFile } from './care-file';

/** Roles that keep the ledger; everybody else sees whom they see to, and nobody besides. */
const keepers: readonly Role[] = ['staff', 'director'];

/** Roles that may enter somebody. */
export const registrars: readonly Role[] = ['grid-worker', 'grid-leader', 'staff', 'director'];

/** As whom a person may see the file; null: there is no such file for them. */
export const seesAs = (
  { contact, area }: Pick<CareFile, 'contact' | 'area'>,
  by: Person,
  community: Community,
): 'contact' | 'staff' | null => {
  if (contact === by.id) return 'contact';
  return hasRole(by, keepers, { community, area }) ? 'staff' : null;
};

export const keepsLedger = (by: Person): boolean => hasRole(by, keepers);

/** Who hears of a visit that was missed: the community's staff, else its directors; never the contact a second time. */
export const keepersFor = (file: CareFile, community: Community, at: Moment): readonly PersonId[] => {
  const others = (people: readonly Person[]): readonly PersonId[] =>
    people.map(({ id }) => id).filter((id) => id !== file.contact);
  const staff = others(staffFor(community, file.area, at));
  return staff.length > 0 ? staff : others(directorsFor(community, file.area, at));
};
