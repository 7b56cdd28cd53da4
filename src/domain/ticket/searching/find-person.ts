import type { Person } from '../../community/community';
import { decided, refused, type Decision, type Result, type Say } from '../../decision';
import { foldTicket } from '../apply-ticket-event';
import type { TicketRefusal } from '../refusal';
import { answerTo, tell } from '../telling/tell';
import { headOf } from '../telling/ticket-card';
import type { Ticket } from '../ticket';
import type { TicketContext } from '../ticket-context';
import type { TicketEvent } from '../ticket-event';
import { resolveTicket } from '../working/resolve-ticket';
import { barOfLead, leadEvent, type GiveLead } from './give-lead';
import type { Lead } from './search';

type Found = Result<Decision<TicketEvent>, TicketRefusal>;

const lastFind = (ticket: Ticket): Lead | undefined => ticket.search?.leads.findLast(({ found }) => found === 'said');

/** Only whoever has it says that it is so; until somebody has it, those who were called are asked to take charge. */
const askOwner = (ticket: Ticket, { by, place, words, photos }: GiveLead, { now }: TicketContext): readonly Say[] => {
  const owner = ticket.claimedBy;
  return tell(
    (owner === null ? (ticket.alarm?.alarmed ?? []) : [owner]).filter((person) => person !== by.id),
    `find-said.${now}`,
    { wording: 'ticket.find-said', params: { ...headOf(ticket), by: by.id, spot: place, words, owner } },
    {
      urgency: 'critical',
      photos,
      ...(owner === null ? { choices: ['take-charge'] } : { question: true, choices: ['yes', 'no'] }),
    },
  );
};

/** `找到了 #102`: of the owner it ends the search; of anybody else it is a lead that the owner confirms. */
export const findPerson = (ticket: Ticket, find: GiveLead, context: TicketContext): Found => {
  const { by, group } = find;
  const { now } = context;
  const bar = barOfLead(ticket, by, '找到了', context);
  if (bar) return refused(bar);
  if (ticket.claimedBy === by.id) {
    const said = lastFind(ticket);
    const words = find.words[0] ?? said?.words[0] ?? null;
    const photos = find.photos.length > 0 ? find.photos : (said?.photos ?? []);
    return resolveTicket(ticket, { by, words, photos }, context);
  }
  const given = leadEvent(find, true, now);
  const after = foldTicket(ticket, [given]) ?? ticket;
  return decided({
    events: [given],
    says: [
      ...askOwner(after, find, context),
      ...answerTo(
        by.id,
        'find-noted',
        now,
        { wording: 'ticket.find-noted', params: { number: ticket.number, owner: ticket.claimedBy } },
        group ? { fallbackChat: group } : {},
      ),
    ],
  });
};

/** It was somebody else: the search goes on, and whoever said so hears it. */
export const denyFind = (ticket: Ticket, { by }: { readonly by: Person }, { now }: TicketContext): Found => {
  const said = lastFind(ticket);
  if (ticket.claimedBy !== by.id) return refused({ kind: 'search', why: 'owner-only' });
  if (!said) return refused({ kind: 'not-asked' });
  return decided({
    events: [{ kind: 'find-denied', at: now, by: by.id }],
    says: [
      ...tell(
        [said.by],
        `find-denied.${now}`,
        { wording: 'ticket.find-denied', params: { number: ticket.number } },
        { urgency: 'prompt' },
      ),
      ...answerTo(by.id, 'search-goes-on', now, { wording: 'ticket.search-goes-on', params: headOf(ticket) }),
    ],
  });
};
