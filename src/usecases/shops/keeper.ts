import type { Person } from '../../domain/community/community';
import { hasRole } from '../../domain/community/may';
import type { Shop } from '../../domain/rewards/reward';

export const keeps = ({ id }: Pick<Person, 'id'>, { people }: Shop): boolean => people.includes(id);

/** Those who settle with every shop. */
export const isShopStaff = (person: Person): boolean => hasRole(person, ['staff', 'director']);
