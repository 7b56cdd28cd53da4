import { addMinutes } from '../../calendar/local-time';
import type { Community } from '../../community/community';
import { timeStep, type StepDone, type TimeRule } from '../clocks/time-step';
import { reportersOf, tell } from '../telling/tell';
import { headOf } from '../telling/ticket-card';
import type { Ticket } from '../ticket';
import type { TicketContext } from '../ticket-context';
import { seeksPerson } from './seeks-person';

/** A finder who was asked where this often has heard it. */
const mostPlaceAsks = 3;

const askPolice = (ticket: Ticket, { now }: TicketContext): StepDone => {
  const to = ticket.claimedBy === null ? [] : [ticket.claimedBy];
  return {
    events: [{ kind: 'notified', at: now, step: 'police', to }],
    says: tell(
      to,
      `police.${ticket.cycle}`,
      { wording: 'ticket.ring-police', params: { ...headOf(ticket), missing: ticket.search !== null } },
      { urgency: 'critical' },
    ),
  };
};

const askWhere = (ticket: Ticket, name: string, { now }: TicketContext): StepDone => {
  const to = reportersOf(ticket);
  return {
    events: [{ kind: 'notified', at: now, step: name, to }],
    says: tell(
      to,
      `${name}.${ticket.cycle}`,
      { wording: 'ticket.where-are-you', params: { number: ticket.number, missing: ticket.search !== null } },
      { urgency: 'critical', question: true },
    ),
  };
};

/** Nobody knows yet whose it is, or nobody has said so: after the pack's time the owner is told to ring 110. */
export const policeSteps: TimeRule = (ticket, community) => {
  const isWorkedOn = ticket.phase === 'claimed' || ticket.phase === 'waiting';
  // Of somebody who is missed the family knows: it is the police that are to know.
  const known = ticket.search === null ? ticket.seeking : (ticket.seeking?.policeAt ?? null);
  if (!isWorkedOn || known !== null || !seeksPerson(ticket.category, community)) return [];
  const since = ticket.dispatchedAt ?? ticket.reportedAt;
  const at = addMinutes(since, community.policy.unidentifiedMinutes);
  return [timeStep({ kind: 'police', name: 'police', at, perform: askPolice })];
};

const isUnplaced = ({ place, phase }: Ticket): boolean =>
  place.area === null && place.words === null && (phase === 'dispatched' || phase === 'claimed');

/** Whoever found somebody and has not said where is asked again, a few times. */
export const whereSteps: TimeRule = (ticket, community: Community) => {
  if (!isUnplaced(ticket) || !seeksPerson(ticket.category, community)) return [];
  const asked = ticket.notices.filter(({ step }) => step.startsWith('where.'));
  if (asked.length >= mostPlaceAsks) return [];
  const last = asked.at(-1)?.at ?? ticket.dispatchedAt ?? ticket.reportedAt;
  const name = `where.${asked.length + 1}`;
  return [
    timeStep({
      kind: 'where',
      name,
      at: addMinutes(last, community.policy.placeAgainMinutes),
      perform: (unplaced, context) => askWhere(unplaced, name, context),
    }),
  ];
};
