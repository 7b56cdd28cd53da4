import type { Person } from '../../community/community';
import { decided, refused, type Decision, type Result, type Say } from '../../decision';
import type { AreaId, PersonId, WordsId } from '../../ids';
import { foldTicket } from '../apply-ticket-event';
import type { TicketRefusal } from '../refusal';
import { answerTo, tell, whenAwake } from '../telling/tell';
import { editCards, headOf } from '../telling/ticket-card';
import type { Ticket } from '../ticket';
import type { TicketContext } from '../ticket-context';
import type { TicketEvent } from '../ticket-event';
import { mayHandle } from '../working/handler-roles';
import { isRunning, openParts, partsOf, takesParts } from './open-parts';
import type { Part } from './part';
import { partBar } from './part-bar';
import { helpersOf } from './part-says';

interface Ended {
  readonly events: readonly TicketEvent[];
  readonly says: readonly Say[];
}

/** These parts are no more; those who had them are told why. */
const drop = (
  ticket: Ticket,
  parts: readonly Part[],
  { by, words }: { readonly by: PersonId; readonly words: WordsId | null },
  context: TicketContext,
): Ended => ({
  events: parts.map((part) => ({ kind: 'part-dropped', at: context.now, by, part: part.id, words })),
  says: parts.filter(isRunning).flatMap((part) =>
    tell(
      helpersOf(part, ticket, context).filter((person) => person !== by),
      `part-dropped.${part.id}`,
      {
        wording: 'ticket.part-dropped',
        params: { ...headOf(ticket), by, desk: part.desk, words: words === null ? [] : [words] },
      },
      whenAwake(ticket, context),
    ),
  ),
});

/** What is given up as a whole is given up in all of its parts. */
export const dropOpenParts = (
  ticket: Ticket,
  given: { readonly by: PersonId; readonly words: WordsId | null },
  context: TicketContext,
): Ended => drop(ticket, openParts(ticket), given, context);

/** `撤联 #12 物业 因为 …`: the part is not wanted any more, or nobody can do it. Of one alone the name need not be said. */
export const dropPart = (
  ticket: Ticket,
  command: {
    readonly by: Person;
    readonly desk: AreaId | null;
    readonly person: PersonId | null;
    readonly words: WordsId | null;
  },
  context: TicketContext,
): Result<Decision<TicketEvent>, TicketRefusal> => {
  const { now, community } = context;
  const { by, desk, person, words } = command;
  if (!mayHandle(ticket, by)) return refused({ kind: 'role', verb: '撤联' });
  if (!takesParts(ticket)) return refused({ kind: 'state', verb: '撤联' });
  const open = openParts(ticket);
  const unnamed = desk === null && person === null;
  const named = unnamed ? open : partsOf(ticket, command).filter((part) => open.includes(part));
  const [part] = named;
  if (!part || (unnamed && named.length > 1)) return refused(partBar(ticket, 'none', community, open));
  if (!words) return refused(partBar(ticket, 'why', community, named));
  const ended = drop(ticket, named, { by: by.id, words }, context);
  const after = foldTicket(ticket, ended.events) ?? ticket;
  return decided({
    events: ended.events,
    says: [
      ...answerTo(by.id, 'part-dropped', now, {
        wording: 'ticket.part-dropped-done',
        params: { ...headOf(after), desk: part.desk, left: openParts(after).length },
      }),
      ...ended.says,
      ...editCards(after, `part-dropped.${now}`),
    ],
  });
};
