import { areaById } from '../../domain/community/area-tree';
import type { Community, Person } from '../../domain/community/community';
import { householdId, type Household } from '../../domain/rounds/household';
import { householdAhead } from '../../domain/rounds/read-marks';
import { villageAhead, villagesOfRound } from '../../domain/rounds/team';
import type { People } from '../ports';
import type { Households } from '../ports-of-rounds';

export interface FindAccountPorts {
  readonly people: Pick<People, 'byName'>;
  readonly households: Pick<Households, 'byIds'>;
}

/** Whose books may be meant; each of one name, with where they live. */
export interface FoundAccounts {
  readonly people: readonly (Pick<Person, 'id' | 'name'> & { readonly where: string | null })[];
  readonly households: readonly Household[];
}

/** By a person's name, or by a household's village and number ("山前村3号"). */
export const findAccounts = async (
  ports: FindAccountPorts,
  who: string,
  community: Community,
): Promise<FoundAccounts> => {
  const villages = community.rounds ? villagesOfRound(community.rounds) : [];
  const named = villageAhead(who, villages, community);
  const door = householdAhead(named?.rest ?? who);
  const within = named ? [named.village] : villages;
  const [people, households] = await Promise.all([
    ports.people.byName(who),
    door ? ports.households.byIds(within.map((village) => householdId(village, door.number))) : [],
  ]);
  const where = ({ building }: Person): string | null => areaById(community, building)?.name ?? null;
  return { people: people.map((person) => ({ id: person.id, name: person.name, where: where(person) })), households };
};
