import type { CareFile } from '../../care/care-file';
import type { Person } from '../../community/community';
import { hasRole } from '../../community/may';
import { decided, refused, type Decision, type Result } from '../../decision';
import type { TicketRefusal, Verb } from '../refusal';
import { answerTo } from '../telling/tell';
import { headOf } from '../telling/ticket-card';
import type { Ticket } from '../ticket';
import type { TicketContext } from '../ticket-context';
import type { TicketEvent } from '../ticket-event';
import { leaderRoles } from '../working/handler-roles';
import type { Candidate } from './candidate';
import { seeksPerson } from '../seeking/seeks-person';

type Shown = Result<Decision<TicketEvent>, TicketRefusal>;

/** Whom the matter is about is looked for only while it is underway, by those who were called to it and those who lead. */
const barred = (ticket: Ticket, by: Person, verb: Verb, { community }: TicketContext): TicketRefusal | null => {
  const called = ticket.alarm?.alarmed.includes(by.id) === true || ticket.handlers.includes(by.id);
  if (ticket.claimedBy !== by.id && !called && !hasRole(by, leaderRoles)) return { kind: 'role', verb };
  const isUnderway = ticket.phase === 'dispatched' || ticket.phase === 'claimed' || ticket.phase === 'waiting';
  return isUnderway && seeksPerson(ticket.category, community) ? null : { kind: 'state', verb };
};

/** `认人 #101`: who of the ledger it may be, at most three, in private to whoever asks. */
export const showCandidates = (
  ticket: Ticket,
  { by, found }: { readonly by: Person; readonly found: readonly Candidate[] },
  context: TicketContext,
): Shown => {
  const bar = barred(ticket, by, '认人', context);
  if (bar) return refused(bar);
  const candidates = found.map(({ file: { details }, why }) => ({
    ...{ name: details.name, born: details.born, home: details.home, looks: details.looks, why },
  }));
  return decided({
    events: [{ kind: 'candidates-shown', at: context.now, by: by.id, files: found.map(({ file }) => file.id) }],
    says: answerTo(
      by.id,
      'candidates',
      context.now,
      {
        wording: 'ticket.candidates',
        params: { ...headOf(ticket), candidates, yours: ticket.claimedBy === by.id },
      },
      candidates.length > 0 && ticket.claimedBy === by.id
        ? { question: true, recallable: true, choices: candidates.map((_, index) => `family-${index + 1}` as const) }
        : { recallable: true },
    ),
  });
};

/** `家属 #101 1`: whom to ring up, to the owner alone. Whoever sees to that person hears of it. */
export const showFamily = (
  ticket: Ticket,
  { by, file }: { readonly by: Person; readonly file: CareFile | null },
  context: TicketContext,
): Shown => {
  const bar = barred(ticket, by, '家属', context);
  if (bar) return refused(bar);
  if (ticket.claimedBy !== by.id) return refused({ kind: 'role', verb: '家属' });
  const shown = ticket.candidates.find(({ person }) => person === by.id)?.files ?? [];
  if (!file || !shown.includes(file.id)) return refused({ kind: 'no-candidate' });
  const { details, contact } = file;
  const params = { ...headOf(ticket), name: details.name, home: details.home };
  return decided({
    events: [{ kind: 'family-shown', at: context.now, by: by.id, file: file.id }],
    says: [
      ...answerTo(
        by.id,
        'family-shown',
        context.now,
        { wording: 'ticket.family-shown', params: { ...params, family: details.family, contact } },
        { recallable: true },
      ),
      ...(contact === by.id
        ? []
        : answerTo(contact, `contact-told.${ticket.cycle}`, context.now, {
            wording: 'ticket.contact-told',
            params: { ...params, owner: by.id },
          })),
    ],
  });
};
