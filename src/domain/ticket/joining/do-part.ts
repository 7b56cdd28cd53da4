import type { Person } from '../../community/community';
import { hasRole } from '../../community/may';
import { decided, refused, type Decision, type Result } from '../../decision';
import type { PhotoId, WordsId } from '../../ids';
import { foldTicket } from '../apply-ticket-event';
import type { TicketRefusal } from '../refusal';
import { answerTo } from '../telling/tell';
import { editCards, headOf } from '../telling/ticket-card';
import type { Ticket } from '../ticket';
import type { TicketCommand } from '../ticket-command';
import type { TicketContext } from '../ticket-context';
import type { TicketEvent } from '../ticket-event';
import { leaderRoles } from '../working/handler-roles';
import { isRunning, ownPart, takesParts } from './open-parts';
import type { Part } from './part';
import { partDue } from './part-clock';
import { tellLeaders } from './part-says';

type Done = Result<Decision<TicketEvent>, TicketRefusal>;

const partAfter = (ticket: Ticket, part: Part): Part => ticket.parts.find(({ id }) => id === part.id) ?? part;

const saysClaimed = (part: Part, ticket: Ticket, by: Person, { now, community }: TicketContext) =>
  answerTo(
    by.id,
    'part-claimed',
    now,
    {
      wording: 'ticket.part-claimed',
      params: { ...headOf(ticket), words: [part.words], due: partDue(part, ticket, community) },
    },
    { choices: ['resolve'] },
  );

/** `接` by a helper: the first of the desk has it. Whoever had said no may take it after all. */
const claim = (part: Part, ticket: Ticket, by: Person, context: TicketContext): Done => {
  if (part.doer === by.id && part.state === 'claimed') return decided({ says: saysClaimed(part, ticket, by, context) });
  const events: TicketEvent[] = [{ kind: 'part-claimed', at: context.now, by: by.id, part: part.id }];
  const after = foldTicket(ticket, events) ?? ticket;
  const taken = partAfter(after, part);
  return decided({
    events,
    says: [
      ...saysClaimed(taken, after, by, context),
      ...tellLeaders(taken, after, { what: 'claimed', by, words: null }, context),
      ...editCards(after, `part-claimed.${context.now}`),
    ],
  });
};

const saysOver = (ticket: Ticket, by: Person, what: 'done' | 'declined', { now }: TicketContext) =>
  answerTo(by.id, `part-${what}`, now, { wording: 'ticket.part-over', params: { ...headOf(ticket), what } });

/** `退`: not theirs, or cannot be done. The whole stays with its leader, who says what becomes of the part. */
const decline = (part: Part, ticket: Ticket, by: Person, words: WordsId | null, context: TicketContext): Done => {
  if (part.state === 'declined') return decided({ says: saysOver(ticket, by, 'declined', context) });
  if (!words) return refused({ kind: 'needs-reason', verb: '退' });
  const events: TicketEvent[] = [{ kind: 'part-declined', at: context.now, by: by.id, part: part.id, words }];
  const after = foldTicket(ticket, events) ?? ticket;
  return decided({
    events,
    says: [
      ...saysOver(after, by, 'declined', context),
      ...tellLeaders(partAfter(after, part), after, { what: 'declined', by, words }, context),
      ...editCards(after, `part-declined.${context.now}`),
    ],
  });
};

interface Outcome {
  readonly words: WordsId | null;
  readonly photos: readonly PhotoId[];
}

/** `办结`: the part, and not the whole; it needs words or a photo as the whole does. */
const finish = (part: Part, ticket: Ticket, by: Person, { words, photos }: Outcome, context: TicketContext): Done => {
  if (part.state === 'done') return decided({ says: saysOver(ticket, by, 'done', context) });
  if (!words && photos.length === 0) return refused({ kind: 'needs-words', verb: '办结' });
  const events: TicketEvent[] = [{ kind: 'part-done', at: context.now, by: by.id, part: part.id, words, photos }];
  const after = foldTicket(ticket, events) ?? ticket;
  return decided({
    events,
    says: [
      ...saysOver(after, by, 'done', context),
      ...tellLeaders(partAfter(after, part), after, { what: 'done', by, words }, context),
      ...editCards(after, `part-done.${context.now}`),
    ],
  });
};

const note = (part: Part, ticket: Ticket, by: Person, words: WordsId | null, context: TicketContext): Done => {
  if (!words) return refused({ kind: 'needs-words', verb: '留言' });
  return decided({
    events: [{ kind: 'part-noted', at: context.now, by: by.id, part: part.id, words }],
    says: [
      ...answerTo(by.id, 'noted', context.now, { wording: 'ticket.noted', params: headOf(ticket) }),
      ...tellLeaders(part, ticket, { what: 'noted', by, words }, context),
    ],
  });
};

/** A colleague of the same desk has it: who comes late hears who was first. */
const takenBy = (ticket: Ticket, by: Person): Part | null =>
  ticket.parts.find((part) => part.state === 'claimed' && part.doer !== by.id && part.to.includes(by.id)) ?? null;

const leads = (ticket: Ticket, by: Person): boolean => ticket.claimedBy === by.id || hasRole(by, leaderRoles);

/** What somebody says who has a part in hand is said of that part; null: they speak of the whole. */
export const doOwnPart = (ticket: Ticket, command: TicketCommand, context: TicketContext): Done | null => {
  if (!takesParts(ticket)) return null;
  const { by } = command;
  const part = ownPart(ticket, by.id);
  if (!part) {
    const other = command.kind === 'claim' && !leads(ticket, by) ? takenBy(ticket, by) : null;
    return other?.doer
      ? refused({ kind: 'already-claimed', owner: other.doer, at: other.claimedAt ?? other.since })
      : null;
  }
  const over = !isRunning(part);
  if (command.kind === 'note') return over ? null : note(part, ticket, by, command.words, context);
  // Whoever has the whole as well says, when the part is done, that the whole is.
  if (command.kind === 'resolve' || command.kind === 'settle')
    return over && ticket.claimedBy === by.id ? null : finish(part, ticket, by, command, context);
  if (part.state === 'done') return null;
  if (command.kind === 'claim') return claim(part, ticket, by, context);
  return command.kind === 'decline' ? decline(part, ticket, by, command.words, context) : null;
};
