import { mongo } from 'mongoose';
import type { Community } from '../../src/domain/community/community';
import { reportTicket } from '../../src/domain/ticket/reporting/report-ticket';
import type { Stores } from '../../src/store/store';
import { termsOf } from '../../src/store/privacy/word-terms';
import { matterRules } from '../../src/usecases/deciding/matter-rules';

/** Every fiftieth is open. */
const openOfEach = 50;
const together = 5_000;
const minuteMs = 60_000;
const newest = Date.parse('2026-11-20T00:00:00.000Z');

export const said = [
  '电梯又停在三楼不动了',
  '楼道灯不亮，晚上看不见',
  '下水道堵了，往上返水',
  '门口停满了电动车，出不去',
  '垃圾桶满了没人收',
  '广场舞声音太大，孩子睡不着',
] as const;

interface Given {
  readonly number: number;
  readonly tickets: number;
  readonly households: number;
  readonly community: Community;
}

type Base = Readonly<Record<string, unknown>>;

const baseOf = (community: Community): Base => {
  const by = { id: 'r-1', name: 'r-1', roles: [], building: null, language: 'zh', guest: false } as const;
  const decision = reportTicket(
    {
      ...{ id: 'ticket-1', number: 1, nature: 'report', by, role: 'resident', group: 'group-1', category: 'lift' },
      ...{ options: [], doubt: null, place: { area: 'building-1', words: null }, words: ['w'], photos: [], about: [] },
      replyTo: null,
    },
    { now: new Date(newest).toISOString(), community, guards: new Map() },
  );
  return matterRules.ticket.rebuild(decision.events) as Base;
};

/** What nearly all tickets are of: emergencies and other desks' matters are few. */
export const closedKinds = ({ categories }: Pick<Community, 'categories'>): Community['categories'] =>
  categories.filter(({ class: own, desk }) => own !== 'critical' && desk === 'grid');

/** One a minute, the last one at the end. */
export const reportedAtOf = (number: number, tickets: number): string =>
  new Date(newest - (tickets - number) * minuteMs).toISOString();

const pick = <T>(list: readonly T[], number: number): T => list[number % list.length] as T;

/** One ticket of many: another place, kind, person and moment by its number, so that every run fills the same. */
const ticketOf = (base: Base, { number, tickets, households, community }: Given): mongo.Document => {
  const id = `ticket-${number}`;
  const places = community.areas.filter(({ kind }) => kind === 'building' || kind === 'place');
  const [area, kind] = [pick(places, number * 7).id, pick(closedKinds(community), number * 13)];
  const category = kind.id;
  const open = number % openOfEach === 0;
  const reportedAt = reportedAtOf(number, tickets);
  const person = `resident-${(number * 31) % (households * 2)}`;
  const owner = number % 3 === 0 ? pick(['wang-fang', 'li-qiang', 'liu-yang', 'chen-xiao'], number) : null;
  const words = [`said-${number}`];
  const reporters = [{ ...(base['reporters'] as readonly Base[])[0], person, at: reportedAt, words }];
  const times = { reportedAt, dispatchedAt: reportedAt, closedAt: open ? null : reportedAt };
  const phase = open ? (owner === null ? 'dispatched' : 'claimed') : 'archived';
  const handlers = number % 40 === 0 ? ['wang-fang'] : [];
  const claim = owner === null ? {} : { claimedBy: owner, claimedAt: reportedAt };
  return {
    ...{ _id: `demo/${id}`, communityId: 'demo', id, kind: 'ticket', number, version: 3, open, owner, category, area },
    people: [person, ...handlers],
    dueAt: open ? new Date(newest + (number % 10_000) * minuteMs) : null,
    state: {
      ...base,
      ...{
        id,
        number,
        category,
        class: kind.class,
        place: { area, words: null },
        words,
        reporters,
        handlers,
        phase,
        ...times,
        ...claim,
      },
    },
  };
};

const wordsOf = (number: number, tickets: number): mongo.Document => {
  const text = `${number % 90}号楼${pick(said, number)}`;
  const at = reportedAtOf(number, tickets);
  const id = `said-${number}`;
  return {
    ...{
      _id: `demo/${id}`,
      communityId: 'demo',
      id,
      matter: `ticket-${number}`,
      by: `resident-${number % 999}`,
      text,
      at,
    },
    terms: termsOf(text),
  };
};

/** Without indexes while it fills, and with the same ones afterwards: an index is built faster than it grows. */
const withoutIndexes = async (collection: mongo.Collection, work: () => Promise<void>): Promise<void> => {
  const indexes = (await collection.indexes()).filter(({ name }) => name !== '_id_');
  await collection.dropIndexes();
  await work();
  const specs = indexes.map(({ v: _v, ...spec }) => ({ ...spec, key: spec.key as Record<string, 1 | -1> }));
  if (specs.length > 0) await collection.createIndexes(specs);
};

const filled = 'bench_filled';

/** So many tickets with what was said of them, and households with their people, written as plain documents; once. */
export const fillBoard = async (stores: Stores, uri: string, tickets: number, households: number): Promise<void> => {
  // A connection of its own: indexes of a million documents take longer than any answer of the program may.
  const client = await new mongo.MongoClient(uri).connect();
  const database = client.db(stores.connection.name);
  if ((await database.collection(filled).findOne({ tickets, households })) !== null) return client.close();
  const community = await stores.communities.current();
  const base = baseOf(community);
  const insert = async (name: string, count: number, make: (number: number) => mongo.Document): Promise<void> => {
    const collection = database.collection(name);
    await withoutIndexes(collection, async () => {
      for (let from = 1; from <= count; from += together) {
        const some = Array.from({ length: Math.min(together, count - from + 1) }, (_, index) => make(from + index));
        await collection.insertMany(some, { ordered: false });
      }
    });
  };
  await insert('matters', tickets, (number) => ticketOf(base, { number, tickets, households, community }));
  await insert('words', tickets, (number) => wordsOf(number, tickets));
  await insert('households', households, (number) => ({
    ...{ _id: `demo/shanqian.x${number}`, communityId: 'demo', id: `shanqian.x${number}`, village: 'shanqian' },
    ...{ number: `x${number}`, address: null, head: 'x', headPerson: `resident-${number}`, members: [], card: 'chat' },
    honourName: null,
  }));
  await insert('people', households, (number) => ({
    ...{ _id: `demo/resident-${number}`, communityId: 'demo', id: `resident-${number}`, name: `居民${number}` },
    ...{ packRoles: [], grantedRoles: [], officer: false, building: null, language: 'zh', guest: false },
  }));
  await database.collection(filled).insertOne({ tickets, households });
  await client.db('admin').command({ fsync: 1 });
  await client.close();
};
