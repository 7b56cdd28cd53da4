import type { Person } from '../../community/community';
import { decided, refused, type Decision, type Result } from '../../decision';
import type { AreaId, Moment, PersonId, WordsId } from '../../ids';
import { foldTicket } from '../apply-ticket-event';
import { isComplainedOf } from '../dispatching/desk-people';
import type { TicketRefusal } from '../refusal';
import { answerTo } from '../telling/tell';
import { editCards, headOf } from '../telling/ticket-card';
import type { Ticket } from '../ticket';
import type { TicketContext } from '../ticket-context';
import type { TicketEvent } from '../ticket-event';
import { mayHandle } from '../working/handler-roles';
import { isUnsettled, partsOf, takesParts } from './open-parts';
import { partBar } from './part-bar';
import { partDue } from './part-clock';
import { askHelpers } from './part-says';

export interface AskPart {
  readonly by: Person;
  /** The desk by its name; of a person, the desk that residents are told of. Null with nobody in `to`: no such name. */
  readonly desk: AreaId | null;
  /** Set where a person was named, and not a desk. */
  readonly person: PersonId | null;
  readonly to: readonly PersonId[];
  /** What is to be done. */
  readonly words: WordsId | null;
  readonly until: Moment | null;
}

/** A desk that said no and is asked again has one part, not two. */
const replaced = (ticket: Ticket, command: AskPart, { now }: TicketContext): readonly TicketEvent[] =>
  partsOf(ticket, command)
    .filter(({ state }) => state === 'declined')
    .map(({ id }) => ({ kind: 'part-dropped', at: now, by: command.by.id, part: id, words: null }));

/** `联 #12 物业 做 查水管`: a desk beside the owner's does a part of it, with a clock of its own. */
export const askPart = (
  ticket: Ticket,
  command: AskPart,
  context: TicketContext,
): Result<Decision<TicketEvent>, TicketRefusal> => {
  const { now, community } = context;
  const { by, desk, person, words, until } = command;
  if (!mayHandle(ticket, by)) return refused({ kind: 'role', verb: '联' });
  if (!takesParts(ticket) || ticket.claimedBy === null) return refused({ kind: 'state', verb: '联' });
  if (desk === null && person === null) return refused(partBar(ticket, 'unknown', community));
  const to = command.to.filter((each) => each !== ticket.claimedBy && !isComplainedOf(ticket, each, community));
  if (to.length === 0) return refused(partBar(ticket, 'nobody', community));
  const before = partsOf(ticket, command).filter(isUnsettled);
  if (before.some(({ state }) => state !== 'declined')) return refused(partBar(ticket, 'already', community, before));
  if (!words) return refused(partBar(ticket, 'what', community));
  const id = String(ticket.parts.length + 1);
  const ends = until !== null && until > now ? until : null;
  const events: TicketEvent[] = [
    ...replaced(ticket, command, context),
    { kind: 'part-asked', at: now, by: by.id, part: id, desk, to, words, until: ends },
  ];
  const after = foldTicket(ticket, events) ?? ticket;
  const part = after.parts.find((each) => each.id === id);
  if (!part) return refused(partBar(ticket, 'nobody', community));
  return decided({
    events,
    says: [
      ...answerTo(by.id, 'part-asked', now, {
        wording: 'ticket.part-asked',
        params: { ...headOf(after), desk, people: to, due: partDue(part, after, community) },
      }),
      ...askHelpers(part, after, context),
      ...editCards(after, `part-asked.${id}`),
    ],
  });
};
