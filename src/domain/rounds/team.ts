import { isAbsent, standInFor } from '../community/absence';
import { areaById } from '../community/area-tree';
import type { Community } from '../community/community';
import type { AreaId, Moment, PersonId } from '../ids';
import { foldText } from '../understanding/fold-text';
import type { RoundPolicy, RoundTeam } from './round-policy';

export type Rounds = Pick<Community, 'rounds' | 'areas' | 'dutyChanges' | 'substitutes'>;

const teamsOf = ({ rounds }: Pick<Community, 'rounds'>): readonly RoundTeam[] => rounds?.teams ?? [];

/** Who inspects there now: who is away is stood in for. */
export const inspectorsOf = (team: RoundTeam, now: Moment, community: Rounds): readonly PersonId[] => [
  ...new Set(
    team.inspectors.flatMap((person) =>
      isAbsent(community, person, now) ? (standInFor(community, person, now).person ?? []) : [person],
    ),
  ),
];

export const teamOf = (village: AreaId, community: Pick<Community, 'rounds'>): RoundTeam | null =>
  teamsOf(community).find((team) => team.village === village) ?? null;

/** The villages that this person inspects now. */
export const villagesOf = (person: PersonId, now: Moment, community: Rounds): readonly AreaId[] =>
  teamsOf(community)
    .filter((team) => inspectorsOf(team, now, community).includes(person))
    .map(({ village }) => village);

/** Who carries paper cards to a village's households. */
export const captainOf = (team: RoundTeam, now: Moment, community: Rounds): PersonId | null => {
  const wanted = team.captain ?? team.inspectors[0];
  if (wanted === undefined) return null;
  return isAbsent(community, wanted, now)
    ? (standInFor(community, wanted, now).person ?? inspectorsOf(team, now, community)[0] ?? null)
    : wanted;
};

/** The village that the words begin with, and what stands behind its name. */
export const villageAhead = (
  text: string,
  villages: readonly AreaId[],
  community: Pick<Community, 'areas'>,
): { readonly village: AreaId; readonly rest: string } | null => {
  const names = villages
    .flatMap((village) => {
      const area = areaById(community, village);
      return area ? [area.name, ...area.aliases].map((name) => ({ village, name: foldText(name) })) : [];
    })
    .sort((one, other) => other.name.length - one.name.length);
  const found = names.find(({ name }) => foldText(text).startsWith(name));
  return found ? { village: found.village, rest: text.slice(found.name.length).trim() } : null;
};

export const villagesOfRound = (policy: RoundPolicy): readonly AreaId[] => policy.teams.map(({ village }) => village);
