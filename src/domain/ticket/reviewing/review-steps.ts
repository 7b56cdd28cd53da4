import type { Community } from '../../community/community';
import { stagesOf, warnShareOf } from '../../community/stages-of';
import { foldTicket } from '../apply-ticket-event';
import { askCallBack } from '../calling-back/ask-call-back';
import { rungsOf } from '../clocks/ladder-rungs';
import { ladderSteps } from '../clocks/ladder-steps';
import { clockOf, stageDue } from '../clocks/stage-clock';
import { noticeAt, timeStep, type StepDone, type TimeRule, type TimeStep } from '../clocks/time-step';
import { editCards } from '../telling/ticket-card';
import { roundOf } from '../clocks/round-of';
import type { Ticket } from '../ticket';
import type { TicketContext } from '../ticket-context';
import type { TicketEvent } from '../ticket-event';
import { reviewSays } from './ask-review';

const remind = (ticket: Ticket, community: Community, since: string): TimeStep => {
  const minutes = Math.floor(stagesOf(community, ticket).reviewMinutes * warnShareOf(community, ticket));
  return timeStep({
    kind: 'review',
    name: 'review.warn',
    at: clockOf(ticket, community).add(since, minutes),
    series: 'ladder',
    perform: (held, context) => {
      const to = held.review?.to ?? [];
      return {
        events: [{ kind: 'notified', at: context.now, step: 'review.warn', to }],
        says: reviewSays(held, { to, step: 'review.warn', again: true }, context),
      };
    },
  });
};

/** Nobody looked at it, up to the top: the reporter is asked all the same, and the history says why. */
const lapse = (ticket: Ticket, context: TicketContext): StepDone => {
  const events: TicketEvent[] = [{ kind: 'review-lapsed', at: context.now }];
  const after = foldTicket(ticket, events) ?? ticket;
  const asked = askCallBack(after, 1, context);
  return {
    events: [...events, ...asked.events],
    says: [...editCards(after, `lapsed.${roundOf(ticket)}`), ...asked.says],
  };
};

const lapseStep = (ticket: Ticket, community: Community, due: string): TimeStep => {
  const last = rungsOf(ticket, community, 'review', due).at(-1);
  const from = last ? (noticeAt(ticket, last.name) ?? last.at) : due;
  return timeStep({
    kind: 'review-lapse',
    name: 'review.lapse',
    at: clockOf(ticket, community).add(from, community.policy.ladderMinutes),
    perform: lapse,
  });
};

/** The clock of the review: its reviewers are reminded, those above are told, and in the end the reporter is asked. */
export const reviewSteps: TimeRule = (ticket, community) => {
  const due = stageDue(ticket, community, 'review');
  if (ticket.phase !== 'under-review' || !ticket.review || !due) return [];
  return [
    remind(ticket, community, ticket.review.since),
    ...ladderSteps(ticket, community, 'review', due),
    lapseStep(ticket, community, due),
  ];
};
