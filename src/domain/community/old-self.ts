import type { AreaId } from '../ids';
import { isWithin } from './area-tree';
import type { Community, Person } from './community';

/**
 * Who somebody with a new account says they are: the one person of that name, and of that home where one was said.
 * Null: nobody, or more than one, so that staff have to look for themselves.
 */
export const oldSelf = (
  claimant: Person,
  said: { readonly home: AreaId | null },
  sameName: readonly Person[],
  community: Pick<Community, 'areas'>,
): Person | null => {
  const { home } = said;
  const lives = ({ building }: Person): boolean =>
    home === null ||
    (building !== null && (isWithin(community, building, home) || isWithin(community, home, building)));
  const found = sameName.filter((person) => person.id !== claimant.id && !person.guest && lives(person));
  const [only] = found;
  return found.length === 1 && only ? only : null;
};
