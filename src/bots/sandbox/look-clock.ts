import { scheduleTicket } from '../../domain/ticket/clocks/schedule-ticket';
import { Ticket } from '../../domain/ticket/ticket';
import type { AdvanceClock } from '../../usecases/time/advance-clock';
import type { NextDue } from '../../usecases/engine';
import type { Clock, Communities, Matters } from '../../usecases/ports';

export interface LookClockNeeds {
  readonly clock: Clock;
  readonly advance: Pick<AdvanceClock, 'next'>;
  readonly matters: Pick<Matters, 'load'>;
  readonly communities: Communities;
}

/** What it is that falls due: a step of a ticket, a gathering's end, or messages held back for the morning. */
const whatOf = async ({ matter }: NextDue, { matters, communities }: LookClockNeeds): Promise<string> => {
  if (matter === null) return 'held';
  if (matter.kind !== 'ticket') return matter.kind;
  const stored = await matters.load(matter.id);
  const step = stored ? scheduleTicket(Ticket.parse(stored.state), await communities.current())[0] : undefined;
  return step?.kind ?? matter.kind;
};

export const seenClock = async (needs: LookClockNeeds) => {
  const [next, community] = await Promise.all([needs.advance.next(), needs.communities.current()]);
  return {
    now: needs.clock.now().toISOString(),
    timeZone: community.calendar.timeZone,
    quietHours: community.policy.quietHours,
    next: next && { at: next.at, number: next.matter?.number ?? null, what: await whatOf(next, needs) },
  };
};
