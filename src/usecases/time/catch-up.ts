import { minutesBetween } from '../../domain/calendar/local-time';
import { communityArea } from '../../domain/community/area-tree';
import type { Community } from '../../domain/community/community';
import { directorsFor, onDuty } from '../../domain/community/responsible';
import type { Say } from '../../domain/decision';
import { afterQuietHours } from '../../domain/notices/after-quiet-hours';
import type { Chats, Clock, Communities, Outbox, OutboxDraft, WakeUps } from '../ports';
import type { Late } from './sweep';

export interface CatchUpPorts {
  readonly clock: Clock;
  readonly communities: Communities;
  readonly chats: Pick<Chats, 'privateChats'>;
  readonly outbox: Pick<Outbox, 'add'>;
  readonly wakeUps: Pick<WakeUps, 'drain'>;
}

/** Less than this is no outage: the sweep itself may be half a minute late. */
const outageMinutes = 5;
/** Numbers named in one report. */
const mostNumbers = 20;

interface Reader {
  readonly chat: string;
  readonly person: string | null;
}

/** The staff's groups; where there is none, those on duty and the directors, in private. */
const readersOf = async (community: Community, now: string, ports: CatchUpPorts): Promise<readonly Reader[]> => {
  const groups = community.groups.filter(({ purpose }) => purpose === 'staff');
  if (groups.length > 0) return groups.map(({ id }) => ({ chat: id, person: null }));
  const area = communityArea(community)?.id ?? null;
  const people = new Set([...onDuty(community, area, now), ...directorsFor(community, area)].map(({ id }) => id));
  const found = await Promise.all(
    [...people].map(async (person) => ({ person, chats: await ports.chats.privateChats(person) })),
  );
  return found.flatMap(({ person, chats: [chat] }) => (chat ? [{ chat: chat.id, person }] : []));
};

/** After an outage staff get one report of what ran late; at most one an hour, whatever number of sweeps it took. */
export const createCatchUp =
  (ports: CatchUpPorts) =>
  async (late: readonly Late[]): Promise<void> => {
    const now = ports.clock.now().toISOString();
    const missed = late
      .filter(({ matter, dueAt }) => matter.number !== null && minutesBetween(dueAt, now) >= outageMinutes)
      .sort((one, other) => one.dueAt.localeCompare(other.dueAt));
    const [first] = missed;
    if (!first) return;
    const numbers = [...new Set(missed.flatMap(({ matter }) => matter.number ?? []))];
    const community = await ports.communities.current();
    const drafts = (await readersOf(community, now, ports)).map(({ chat, person }): OutboxDraft => {
      const say: Say = {
        to: person === null ? { chat } : { person },
        key: 'caught-up',
        urgency: 'ordinary',
        ...afterQuietHours(now, community),
        wording: 'help.caught-up',
        params: { from: first.dueAt, count: numbers.length, numbers: numbers.slice(0, mostNumbers) },
      };
      const effect = `caught-up/${now.slice(0, 'yyyy-mm-ddThh'.length)}/${chat}`;
      return { effect, chat, person, matter: null, matterVersion: 0, say };
    });
    await ports.wakeUps.drain(await ports.outbox.add(drafts));
  };
