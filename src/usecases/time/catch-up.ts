import { communityArea } from '../../domain/community/area-tree';
import type { Community } from '../../domain/community/community';
import { directorsFor, onDuty } from '../../domain/community/responsible';
import type { MatterRef, Say } from '../../domain/decision';
import type { Topic } from '../../domain/council/topic';
import type { ChatId, Moment, PersonId } from '../../domain/ids';
import { needOfTicket, needOfTopic } from '../../domain/notices/after-outage';
import { lateNeeds, type LateNeed } from '../../domain/notices/late-need';
import { afterQuietHours } from '../../domain/notices/after-quiet-hours';
import { placeNotice } from '../../domain/notices/place-notice';
import type { Ticket } from '../../domain/ticket/ticket';
import type { SpokenOf } from '../../domain/wording/params';
import type { Clock, Communities, Matters, Outbox, OutboxDraft, Stored, WakeUps } from '../ports';

export interface CatchUpPorts {
  readonly clock: Clock;
  readonly communities: Communities;
  readonly chats: { privateChats(person: PersonId): Promise<readonly { readonly id: ChatId }[]> };
  readonly matters: Pick<Matters, 'late' | 'lateTold' | 'loadMany'>;
  readonly outbox: Pick<Outbox, 'add' | 'counts'>;
  readonly wakeUps: Pick<WakeUps, 'drain'>;
}

/** Numbers named of each kind of need. */
const mostNumbers = 20;
const batch = 500;

interface Reader {
  readonly chat: ChatId;
  readonly say: Say;
}

/** The staff's groups; where there is none, those on duty and the directors, or who stands in for them, in private. */
const readersOf = async (
  spoken: SpokenOf<'help.caught-up'>,
  community: Community,
  now: Moment,
  ports: CatchUpPorts,
): Promise<readonly Reader[]> => {
  const say = { key: 'caught-up', urgency: 'ordinary', ...spoken } as const;
  const groups = community.groups.filter(({ purpose }) => purpose === 'staff');
  if (groups.length > 0)
    return groups.map(({ id }) => ({
      chat: id,
      say: { ...say, ...afterQuietHours(now, community), to: { chat: id } },
    }));
  const area = communityArea(community)?.id ?? null;
  const meant = new Set([...onDuty(community, area, now), ...directorsFor(community, area)].map(({ id }) => id));
  const placed = [...meant].map((person) => placeNotice({ ...say, to: { person } }, { area, community, now }));
  const people = new Map<PersonId, Say>(
    placed.flatMap((each) => ('person' in each.to ? [[each.to.person, each]] : [])),
  );
  const found = await Promise.all(
    [...people].map(async ([person, each]) => ({ each, chats: await ports.chats.privateChats(person) })),
  );
  return found.flatMap(({ each, chats: [chat] }) => (chat ? [{ chat: chat.id, say: each }] : []));
};

/** What runs late of the others goes on by itself. */
const needOf = ({ ref, state }: Stored<unknown>, community: Community, now: Moment): LateNeed | null => {
  if (ref.kind === 'ticket') return needOfTicket(state as Ticket, community, now);
  return ref.kind === 'topic' ? needOfTopic(state as Topic, community, now) : null;
};

type Needs = ReadonlyMap<LateNeed, readonly number[]>;

/** What the matters want of somebody, as they stand now. */
const needsOf = async (
  late: readonly MatterRef[],
  community: Community,
  now: Moment,
  { matters }: CatchUpPorts,
): Promise<Needs> => {
  const needs = new Map<LateNeed, number[]>(lateNeeds.map((need) => [need, []]));
  for (let from = 0; from < late.length; from += batch)
    for (const stored of await matters.loadMany(late.slice(from, from + batch).map(({ id }) => id))) {
      const need = needOf(stored, community, now);
      if (need !== null && stored.ref.number !== null) needs.get(need)?.push(stored.ref.number);
    }
  return needs;
};

const reportOf = (from: Moment, count: number, needs: Needs, undelivered: number): SpokenOf<'help.caught-up'> => {
  const named = lateNeeds.flatMap((need) => {
    const numbers = [...(needs.get(need) ?? [])].sort((one, other) => one - other);
    return numbers.length === 0 ? [] : [{ need, count: numbers.length, numbers: numbers.slice(0, mostNumbers) }];
  });
  return { wording: 'help.caught-up', params: { from, count, needs: named, undelivered } };
};

/**
 * After an outage staff get one report of what ran late, in whichever process; at most one an hour, whatever number of
 * sweeps it took. What comes after that report waits for the next one.
 */
export const createCatchUp = (ports: CatchUpPorts) => async (): Promise<void> => {
  const late = await ports.matters.late();
  const [first, last] = [late[0], late.at(-1)];
  if (!first || !last) return;
  const now = ports.clock.now().toISOString();
  const community = await ports.communities.current();
  const needs = await needsOf(
    late.map(({ ref }) => ref),
    community,
    now,
    ports,
  );
  const { givenUp } = await ports.outbox.counts();
  const readers = await readersOf(reportOf(first.since, late.length, needs, givenUp), community, now, ports);
  const drafts = readers.map(({ chat, say }): OutboxDraft => {
    const effect = `caught-up/${now.slice(0, 'yyyy-mm-ddThh'.length)}/${chat}`;
    return { effect, chat, person: 'person' in say.to ? say.to.person : null, matter: null, matterVersion: 0, say };
  });
  const fresh = await ports.outbox.add(drafts);
  if (fresh.length > 0 || drafts.length === 0) await ports.matters.lateTold(last.since);
  await ports.wakeUps.drain(fresh);
};
