import type { Person } from '../../community/community';
import { hasRole } from '../../community/may';
import { decided, refused, type Decision, type Result, type Say } from '../../decision';
import type { Moment, WordsId } from '../../ids';
import { clockOf } from '../clocks/stage-clock';
import { holdersOfMatter } from '../dispatching/level-people';
import type { TicketRefusal } from '../refusal';
import { answerTo, tell, whenAwake } from '../telling/tell';
import { headOf, isOpen } from '../telling/ticket-card';
import type { Ticket } from '../ticket';
import type { TicketContext } from '../ticket-context';
import type { TicketEvent } from '../ticket-event';
import { leaderRoles } from '../working/handler-roles';

/** `督办 #12 …`: whoever has it is asked for an answer by a moment; once, then the ladder. */
export const superviseTicket = (
  ticket: Ticket,
  { by, words, until }: { readonly by: Person; readonly words: WordsId | null; readonly until: Moment | null },
  context: TicketContext,
): Result<Decision<TicketEvent>, TicketRefusal> => {
  const { now, community } = context;
  if (!hasRole(by, ['inspector', ...leaderRoles])) return refused({ kind: 'role', verb: '督办' });
  if (!isOpen(ticket)) return refused({ kind: 'state', verb: '督办' });
  const to = holdersOfMatter(ticket, community).filter((person) => person !== by.id);
  if (to.length === 0) return refused({ kind: 'state', verb: '督办' });
  if (!words) return refused({ kind: 'needs-words', verb: '督办' });
  const usual = clockOf(ticket, community).add(now, community.policy.superviseMinutes);
  const due = until !== null && until > now ? until : usual;
  return decided({
    events: [{ kind: 'supervised', at: now, by: by.id, words, due }],
    says: [
      ...answerTo(by.id, 'supervised', now, {
        wording: 'ticket.supervised-done',
        params: { ...headOf(ticket), to, due },
      }),
      ...tell(
        to,
        `supervised.${now}`,
        { wording: 'ticket.supervised', params: { ...headOf(ticket), by: by.id, words: [words], due } },
        whenAwake(ticket, context),
      ),
    ],
  });
};

/** The answer that was asked for, to whoever asked. `ticket` as it was before it. */
export const answerSupervisor = (
  ticket: Ticket,
  { by, words }: { readonly by: Person; readonly words: WordsId },
  context: TicketContext,
): readonly Say[] => {
  const { supervision } = ticket;
  if (!supervision || supervision.by === by.id || !holdersOfMatter(ticket, context.community).includes(by.id))
    return [];
  return tell(
    [supervision.by],
    `supervision-answered.${supervision.since}`,
    { wording: 'ticket.supervision-answered', params: { ...headOf(ticket), by: by.id, words: [words] } },
    whenAwake(ticket, context),
  );
};
