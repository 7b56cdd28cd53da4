import type { Community, Person } from '../../domain/community/community';
import { onDuty } from '../../domain/community/on-duty';
import { moveDeadlines } from '../../domain/ticket/clocks/move-deadlines';
import { Ticket } from '../../domain/ticket/ticket';
import type { Moment, PersonId } from '../../domain/ids';
import type { Pack } from '../packs/pack';
import type { Clock, Matters } from '../ports';

export interface EffectPorts {
  readonly matters: Pick<Matters, 'openClocked' | 'find'>;
  readonly clock: Clock;
}

/** What a change of the set-up does at once to what is under way. */
export interface Effects {
  /** Open tickets that get another deadline; `more`: at least so many, not all were looked at. */
  readonly deadlines: { readonly count: number; readonly more: boolean };
  /** The first hour of the coming week in which nobody would be on duty, where somebody is now. */
  readonly unguarded: { readonly from: Moment; readonly hours: number } | null;
  /** People who would have no office any more, with the open tickets in their hands. */
  readonly leaving: readonly { readonly person: PersonId; readonly name: string; readonly tickets: number }[];
}

const batch = 200;
const mostMs = 2_500;
const mostTickets = 200;
const hoursOfWeek = 24 * 7;
const hourMs = 3_600_000;

/** The community as it would be: what people said by chat stays said. */
export const communityWith = (current: Community, { community, people }: Pack): Community => {
  const packed = new Set(people.map(({ id }) => id));
  const officers: readonly Person[] = [...community.officers, ...current.officers.filter(({ id }) => !packed.has(id))];
  return { ...current, ...community, officers, groups: current.groups, dutyChanges: current.dutyChanges };
};

const movedDeadlines = async (
  { matters, clock }: EffectPorts,
  before: Community,
  community: Community,
): Promise<Effects['deadlines']> => {
  const until = performance.now() + mostMs;
  const context = { now: clock.now().toISOString(), community, guards: new Map() };
  const isMoved = (state: unknown): boolean =>
    moveDeadlines(Ticket.parse(state), before, context).events.some(({ kind }) => kind === 'deadline-moved');
  let [after, count] = [0, 0];
  while (performance.now() < until) {
    const open = await matters.openClocked(after, batch);
    count += open.filter(({ ref, state }) => ref.kind === 'ticket' && isMoved(state)).length;
    after = open.at(-1)?.ref.number ?? after;
    if (open.length < batch) return { count, more: false };
  }
  return { count, more: true };
};

const unguarded = (before: Community, community: Community, now: Moment): Effects['unguarded'] => {
  const start = Math.ceil(Date.parse(now) / hourMs) * hourMs;
  const empty = Array.from({ length: hoursOfWeek }, (_, hour) => new Date(start + hour * hourMs).toISOString()).filter(
    (at) => onDuty(community, null, at).length === 0 && onDuty(before, null, at).length > 0,
  );
  const [from] = empty;
  return from === undefined ? null : { from, hours: empty.length };
};

const leaving = async (
  { matters }: EffectPorts,
  before: Community,
  community: Community,
): Promise<Effects['leaving']> => {
  const stay = new Set(community.officers.map(({ id }) => id));
  const gone = before.officers.filter(({ id }) => !stay.has(id));
  return Promise.all(
    gone.map(async ({ id, name }) => {
      const owned = await matters.find({ kind: 'ticket', owner: id, open: true, limit: mostTickets });
      return { person: id, name, tickets: owned.length };
    }),
  );
};

/** Reckoned as it would be done, without doing it. */
export const effectsOfChange = async (ports: EffectPorts, before: Community, pack: Pack): Promise<Effects> => {
  const community = communityWith(before, pack);
  const now = ports.clock.now().toISOString();
  const [deadlines, left] = await Promise.all([
    movedDeadlines(ports, before, community),
    leaving(ports, before, community),
  ]);
  return { deadlines, unguarded: unguarded(before, community, now), leaving: left };
};
