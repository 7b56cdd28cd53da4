import type { Community } from '../../domain/community/community';
import { moveDeadlines } from '../../domain/ticket/clocks/move-deadlines';
import { foldTicket } from '../../domain/ticket/apply-ticket-event';
import { Ticket } from '../../domain/ticket/ticket';
import { commitDecision } from '../deciding/commit-decision';
import { matterRules } from '../deciding/matter-rules';
import type { Recomputation, Stored } from '../ports';
import type { EnginePorts } from '../ports-of-engine';

export interface RecomputePorts extends Omit<EnginePorts, 'recompute'> {
  readonly recomputation: Recomputation;
  /** Runs a matter's tick if it is due. */
  readonly tick: (matter: Stored<unknown>['ref']) => Promise<unknown>;
}

/** Matters in memory at once. */
const batch = 100;
/** One run does no more than this; the next sweep goes on. */
const mostMs = 20_000;

type Open = Awaited<ReturnType<EnginePorts['matters']['openClocked']>>[number];

/** The matter's due moment under the rules that hold now. */
const reschedule = async (ports: RecomputePorts, open: Open, community: Community): Promise<void> => {
  const dueAt = matterRules[open.ref.kind].nextDue(open.state, community);
  if (dueAt !== open.dueAt) await ports.matters.reschedule(open.ref.id, open.version, dueAt);
  if (dueAt !== null && dueAt <= ports.clock.now().toISOString()) await ports.tick(open.ref);
  else if (dueAt !== null && dueAt !== open.dueAt) await ports.wakeUps.wake(open.ref, open.version, dueAt);
};

/** What the new rules make of one ticket. A conflict is no matter: whoever was quicker decided under the new rules. */
const recomputeTicket = async (
  ports: RecomputePorts,
  open: Open,
  before: Community | null,
  community: Community,
): Promise<void> => {
  const now = ports.clock.now().toISOString();
  const ticket = Ticket.parse(open.state);
  const decision = before && moveDeadlines(ticket, before, { now, community, guards: new Map() });
  if (decision && decision.events.length > 0) {
    const cause = `recompute:${ticket.id}:${open.version}`;
    const state = foldTicket(ticket, decision.events) ?? ticket;
    const decided = { cause, matter: open.ref, expectedVersion: open.version, decision, state, words: [], photos: [] };
    await commitDecision(decided, community, ports);
    const dueAt = matterRules.ticket.nextDue(state, community);
    if (dueAt !== null && dueAt <= now) await ports.tick(open.ref);
    return;
  }
  await reschedule(ports, open, community);
};

const recomputeOne = (
  ports: RecomputePorts,
  open: Open,
  before: Community | null,
  community: Community,
): Promise<void> =>
  open.ref.kind === 'ticket' ? recomputeTicket(ports, open, before, community) : reschedule(ports, open, community);

/**
 * A calendar, a class, a policy or somebody's absence changed: every open ticket and topic gets its due moment anew, and alarms
 * set before find nothing to do. Batch by batch along the numbers; it can end at any point and goes on there.
 */
export const createRecompute =
  (ports: RecomputePorts) =>
  async (budgetMs = mostMs): Promise<number> => {
    const pending = await ports.recomputation.pending();
    if (!pending) return 0;
    const community = await ports.communities.current();
    const before = pending.before && { ...community, ...pending.before };
    const until = performance.now() + budgetMs;
    let { after } = pending;
    let done = 0;
    while (performance.now() < until) {
      const open = await ports.matters.openClocked(after, batch);
      for (const each of open) await recomputeOne(ports, each, before, community);
      done += open.length;
      after = open.at(-1)?.ref.number ?? after;
      if (open.length < batch) {
        await ports.recomputation.finish(pending.version);
        return done;
      }
      await ports.recomputation.reached(pending.version, after);
    }
    return done;
  };
