import { areaById } from '../../domain/community/area-tree';
import type { Community, Person } from '../../domain/community/community';
import type { AreaId } from '../../domain/ids';
import type { Household } from '../../domain/rounds/household';
import type { Mark, MarkPhase } from '../../domain/rounds/mark';
import { Round } from '../../domain/rounds/round';
import type { MarkedHousehold } from '../../domain/rounds/round-says';
import { noFacts, type RoundFacts } from '../../domain/rounds/tick-round';
import { villagesOfRound } from '../../domain/rounds/team';
import type { VillageLine } from '../../domain/wording/round-params';
import type { EnginePorts } from '../ports-of-engine';

export type RoundPorts = Pick<EnginePorts, 'households' | 'marks' | 'people' | 'chats' | 'numbers'>;

/** Households of one transaction, which MongoDB ends when it takes longer than 5 s: telling writes more of each than posting. */
const batchSize = { telling: 500, posting: 1000 } as const;

/** Numbers that are named of those that a village has not marked. */
const named = 12;

/** How far the villages of these teams are; `left`: some of what is not marked. */
export const villageLines = async (
  { households, marks }: Pick<RoundPorts, 'households' | 'marks'>,
  round: string,
  villages: readonly AreaId[],
  withNumbers: boolean,
): Promise<readonly VillageLine[]> => {
  const [counts, marked] = await Promise.all([households.counts(), marks.countByVillage(round)]);
  return Promise.all(
    villages.map(async (village) => {
      const line = { village, households: counts.get(village) ?? 0, marked: marked.get(village) ?? 0, left: [] };
      if (!withNumbers || line.marked >= line.households) return line;
      const done = await marks.markedIn(round, village);
      const left = (await households.ofVillage(village)).filter(({ id }) => !done.has(id));
      return { ...line, left: left.slice(0, named).map(({ number }) => number) };
    }),
  );
};

/** Whom of these households a private message reaches: its head, who wrote to Linli once. */
const reached = async (
  { people, chats }: Pick<RoundPorts, 'people' | 'chats'>,
  households: readonly Household[],
): Promise<ReadonlyMap<string, Person>> => {
  const heads = households.flatMap(({ card, headPerson }) =>
    card === 'chat' && headPerson !== null ? [headPerson] : [],
  );
  const known = await people.byIds([...new Set(heads)]);
  const private_ = await Promise.all(known.map(({ id }) => chats.privateChats(id)));
  return new Map(known.flatMap((person, index) => (private_[index]?.length ? [[person.id, person] as const] : [])));
};

interface Batch {
  readonly round: string;
  readonly phases: readonly MarkPhase[];
  readonly limit: number;
  /** Only these households are told anything: nobody asks who lives in the others. */
  readonly told: (mark: Mark) => boolean;
}

const batchOf = async (
  ports: RoundPorts,
  { round, phases, limit, told }: Batch,
): Promise<readonly MarkedHousehold[]> => {
  const stored = await ports.marks.inPhase(round, phases, limit);
  const asked = stored.filter(({ mark }) => told(mark)).map(({ mark }) => mark.household);
  const households = await ports.households.byIds(asked);
  const byId = new Map(households.map((household) => [household.id, household]));
  const people = await reached(ports, households);
  return stored.map(({ version, mark }) => {
    const household = byId.get(mark.household) ?? unknownHousehold(mark.household, mark.village);
    const head = household.card === 'chat' ? household.headPerson : null;
    return { version, mark, household, to: head !== null && people.has(head) ? head : null };
  });
};

/** It was marked, and is in no list any more or was not asked for: its marks still end as they should. */
const unknownHousehold = (id: string, village: AreaId): Household => ({
  ...{ id, village, number: id.slice(village.length + 1), address: null, head: '' },
  ...{ headPerson: null, members: [], card: 'paper', honourName: null },
});

const objectedIn = async ({ marks }: Pick<RoundPorts, 'marks'>, round: string) =>
  (await marks.inPhase(round, ['objected'], batchSize.telling)).map(({ mark: { village, household } }) => ({
    village,
    number: household.slice(village.length + 1),
  }));

const toPost = ['marked', 'published', 'decided'] as const satisfies readonly MarkPhase[];

/** What the step of a round that is due needs to know of households and marks. */
export const roundFacts = async (ports: RoundPorts, stored: unknown, community: Community): Promise<RoundFacts> => {
  const round = Round.parse(stored);
  if (community.rounds === null) return noFacts;
  const villages = villagesOfRound(community.rounds).filter((village) => areaById(community, village) !== null);
  switch (round.phase) {
    case 'planned':
      return {
        ...noFacts,
        number: await ports.numbers.next(),
        villages: await villageLines(ports, round.id, villages, false),
      };
    case 'marking':
      return { ...noFacts, villages: await villageLines(ports, round.id, villages, !round.reminded) };
    case 'telling': {
      const limit = batchSize.telling;
      const batch = await batchOf(ports, { round: round.id, phases: ['marked'], limit, told: () => true });
      const lines = batch.length > 0 ? [] : await villageLines(ports, round.id, villages, false);
      return { ...noFacts, batch, villages: lines };
    }
    case 'posting':
    case 'deciding': {
      const limit = batchSize.posting;
      const batch = await batchOf(ports, { round: round.id, phases: toPost, limit, told: ({ plaque }) => plaque });
      return { ...noFacts, batch, objected: batch.length > 0 ? [] : await objectedIn(ports, round.id) };
    }
    case 'objecting':
    case 'done':
      return noFacts;
  }
};
