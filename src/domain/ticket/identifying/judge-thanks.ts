import type { Community, Person } from '../../community/community';
import { hasRole } from '../../community/may';
import { onDuty, staffFor } from '../../community/responsible';
import { decided, refused, type Decision, type Result, type Say } from '../../decision';
import type { ChatId, PersonId, WordsId } from '../../ids';
import { afterQuietHours } from '../../notices/after-quiet-hours';
import { firstWithPeople, idsOf } from '../dispatching/approvers';
import type { TicketRefusal } from '../refusal';
import { answerTo, tell } from '../telling/tell';
import { headOf } from '../telling/ticket-card';
import { areaOf } from '../ticket-area';
import type { Ticket } from '../ticket';
import type { TicketContext } from '../ticket-context';
import type { TicketEvent } from '../ticket-event';

/** The riders' groups; only what a rider found is thanked for there. */
const ridersGroups = (ticket: Ticket, { groups }: Community): readonly ChatId[] =>
  ticket.reporters.some(({ role, kind }) => role === 'rider' && kind === 'reporter')
    ? groups.filter(({ purpose }) => purpose === 'riders').map(({ id }) => id)
    : [];

const isStaff = (person: Person): boolean => hasRole(person, ['staff', 'director']);

/** One of the staff judges it: whoever passed the thanks on, else those on duty, else all. */
const judges = (ticket: Ticket, by: Person, { now, community }: TicketContext): readonly PersonId[] => {
  const area = areaOf(ticket, community);
  return idsOf(
    firstWithPeople([
      () => [by].filter(isStaff),
      () => onDuty(community, area, now).filter(isStaff),
      () => staffFor(community, area, now),
    ]),
  );
};

/** To staff: whether these words may stand in the riders' group, just as it would be said there. */
export const askThanks = (ticket: Ticket, by: Person, words: WordsId, context: TicketContext): readonly Say[] =>
  ridersGroups(ticket, context.community).length === 0
    ? []
    : tell(
        judges(ticket, by, context),
        `thanks-ask.${words}`,
        { wording: 'ticket.thanks-ask', params: { ...headOf(ticket), words: [words] } },
        { question: true, choices: ['yes', 'no'], ...afterQuietHours(context.now, context.community) },
      );

/** The answer: said in the riders' groups once, without number, name or place, or not at all. */
export const judgeThanks = (
  ticket: Ticket,
  { by, words, yes }: { readonly by: Person; readonly words: WordsId; readonly yes: boolean },
  { now, community }: TicketContext,
): Result<Decision<TicketEvent>, TicketRefusal> => {
  if (!isStaff(by)) return refused({ kind: 'role', verb: '感谢' });
  if (ticket.thanksJudged.includes(words)) return refused({ kind: 'thanks-judged' });
  const groups = yes ? ridersGroups(ticket, community) : [];
  return decided({
    events: [{ kind: 'thanks-judged', at: now, by: by.id, words, groups }],
    says: [
      ...groups.map((chat): Say => ({
        ...{ to: { chat }, key: `thanks-public.${words}`, urgency: 'ordinary' },
        ...afterQuietHours(now, community),
        ...{ wording: 'ticket.thanks-public', params: { words: [words] } },
      })),
      ...answerTo(by.id, 'thanks-judged', now, {
        wording: 'ticket.thanks-judged',
        params: { ...headOf(ticket), said: groups.length > 0 },
      }),
    ],
  });
};
