import type { Person } from '../../domain/community/community';
import type { Ticket } from '../../domain/ticket/ticket';
import { TicketEvent } from '../../domain/ticket/ticket-event';
import type { Language } from '../../domain/wording/say-moment';
import { keepWords } from '../hearing/keep-parts';
import { runTicketCommand } from '../hearing/run-ticket-command';
import { keyOnPage, type ActOutcome, type AsInChat } from '../pages/as-in-chat';
import type { Clock, Matters } from '../ports';

export interface LookAtNumbers {
  readonly person: Person;
  readonly ticket: Ticket;
  /** Empty: it is their own ticket. */
  readonly why: string;
  readonly key: string;
  readonly language: Language;
}

interface LookPorts {
  readonly matters: Pick<Matters, 'causedBy'>;
  readonly clock: Clock;
}

/** `over`: the look of this form stands in the history, but was long ago. */
export type LookOutcome = ActOutcome | { readonly kind: 'over' };

/** A form that is sent again within so many milliseconds is still the same look. */
const lookMs = 10 * 60_000;

/** Whether the look that this form asked for stands in the history, from just now. */
const standsSince = async ({ matters, clock }: LookPorts, cause: string): Promise<boolean> => {
  const caused = await matters.causedBy(cause);
  const since = clock.now().getTime() - lookMs;
  return (caused?.events ?? []).some((event) => {
    const read = TicketEvent.safeParse(event);
    return read.success && read.data.kind === 'numbers-shown' && Date.parse(read.data.at) >= since;
  });
};

/** Nothing is shown before the look stands in the ticket's history. */
export const createLookAtNumbers =
  (own: LookPorts, asInChat: AsInChat) =>
  async ({ person, ticket, why, key, language }: LookAtNumbers): Promise<LookOutcome> => {
    const form = `look:${ticket.id}`;
    const outcome = await asInChat({ person, form, key, language, text: '' }, (ports, inbound) => {
      const words = keepWords(ports, why, ticket.id, person.id, ports.clock.now().toISOString());
      const command = { kind: 'show-numbers', by: person, words: words?.id ?? null } as const;
      return runTicketCommand(ports, inbound, ticket, command, { words: words ? [words] : [], photos: [] });
    });
    return outcome.kind !== 'done' || (await standsSince(own, keyOnPage(person.id, form, key)))
      ? outcome
      : { kind: 'over' };
  };
