import type { Person } from '../../../domain/community/community';
import { hasRole } from '../../../domain/community/may';
import { scheduleTicket } from '../../../domain/ticket/clocks/schedule-ticket';
import { promisedDue } from '../../../domain/ticket/clocks/stage-clock';
import { partLines } from '../../../domain/ticket/joining/part-lines';
import { deskOf, headOf, intoOf, saidState } from '../../../domain/ticket/telling/ticket-card';
import type { Ticket } from '../../../domain/ticket/ticket';
import { TicketEvent } from '../../../domain/ticket/ticket-event';
import { handlerRoles } from '../../../domain/ticket/working/handler-roles';
import type { SpokenOf } from '../../../domain/wording/params';
import type { Communities, Matters } from '../../ports';

export interface HistoryPorts {
  readonly communities: Communities;
  readonly matters: Pick<Matters, 'events'>;
}

/** Who only said "me too" sees where it stands; the reasons of those who handle it are not theirs. */
const saysMeToo = (ticket: Ticket, person: Person): boolean =>
  !hasRole(person, handlerRoles) && ticket.reporters.find((each) => each.person === person.id)?.kind === 'me-too';

/** Every step with its time, as this person may read it. */
export const historyOf = async (
  { communities, matters }: HistoryPorts,
  ticket: Ticket,
  person: Person,
): Promise<SpokenOf<'ticket.history' | 'ticket.state'>> => {
  const community = await communities.current();
  const state = saidState(ticket);
  if (saysMeToo(ticket, person)) {
    const [due, desk] = [promisedDue(ticket, community), deskOf(ticket, community)];
    return { wording: 'ticket.state', params: { ...headOf(ticket), state, desk, due } };
  }
  const events = (await matters.events(ticket.id)).map((event) => TicketEvent.parse(event));
  const [next] = scheduleTicket(ticket, community);
  return {
    wording: 'ticket.history',
    params: {
      ...headOf(ticket),
      state,
      events,
      due: next?.at ?? null,
      owner: ticket.claimedBy,
      reopenings: ticket.reopenings,
      ...intoOf(ticket),
      ...partLines(ticket, community),
    },
  };
};
