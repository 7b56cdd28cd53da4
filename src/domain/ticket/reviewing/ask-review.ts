import type { Say } from '../../decision';
import type { PersonId } from '../../ids';
import { foldTicket } from '../apply-ticket-event';
import { askCallBack } from '../calling-back/ask-call-back';
import { roundOf } from '../clocks/round-of';
import { stageDue } from '../clocks/stage-clock';
import { answerTo, tell, whenAwake } from '../telling/tell';
import { headOf } from '../telling/ticket-card';
import type { Ticket } from '../ticket';
import type { TicketContext } from '../ticket-context';
import type { TicketEvent } from '../ticket-event';
import { reviewersOf } from './reviewers';
import { whyReviewed } from './why-reviewed';

interface Asked {
  readonly events: readonly TicketEvent[];
  readonly says: readonly Say[];
}

/** The result is put before its reviewers; `step` is the asking's own, since they may be reminded. */
export const reviewSays = (
  ticket: Ticket,
  { to, step, again }: { readonly to: readonly PersonId[]; readonly step: string; readonly again: boolean },
  context: TicketContext,
): readonly Say[] =>
  tell(
    to,
    `${roundOf(ticket)}.${step}`,
    {
      wording: 'ticket.review',
      params: {
        ...headOf(ticket),
        owner: ticket.resolvedBy ?? ticket.claimedBy,
        words: [ticket.resolution?.words ?? []].flat(),
        due: stageDue(ticket, context.community, 'review') ?? context.now,
        why: ticket.review?.why ?? 'drawn',
        again,
      },
    },
    {
      ...whenAwake(ticket, context),
      question: true,
      choices: ['pass', 'send-back'],
      photos: again ? [] : (ticket.resolution?.photos ?? []),
    },
  );

/** What follows a result, `ticket` being resolved: its review where the pack wants one, else the reporter is asked. */
export const askAboutResult = (ticket: Ticket, by: PersonId, context: TicketContext): Asked => {
  const { now, community } = context;
  const why = whyReviewed(ticket, community);
  const to = why === null ? [] : reviewersOf(ticket, community, now);
  if (why === null || to.length === 0) {
    const asked = askCallBack(ticket, 1, context);
    const spoken = { wording: 'ticket.resolved', params: headOf(ticket) } as const;
    return { events: asked.events, says: [...answerTo(by, 'resolved', now, spoken), ...asked.says] };
  }
  const events: TicketEvent[] = [{ kind: 'review-asked', at: now, why, to }];
  const reviewed = foldTicket(ticket, events) ?? ticket;
  const due = stageDue(reviewed, community, 'review') ?? now;
  return {
    events,
    says: [
      ...answerTo(by, 'resolved', now, { wording: 'ticket.resolved-review', params: { ...headOf(ticket), due } }),
      ...reviewSays(reviewed, { to, step: 'review', again: false }, context),
    ],
  };
};
