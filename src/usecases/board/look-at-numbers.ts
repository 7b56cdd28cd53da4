import type { Person } from '../../domain/community/community';
import type { Ticket } from '../../domain/ticket/ticket';
import type { Language } from '../../domain/wording/say-moment';
import { keepWords } from '../hearing/keep-parts';
import { runTicketCommand } from '../hearing/run-ticket-command';
import type { ActOutcome, AsInChat } from '../pages/as-in-chat';

export interface LookAtNumbers {
  readonly person: Person;
  readonly ticket: Ticket;
  /** Empty: it is their own ticket. */
  readonly why: string;
  readonly key: string;
  readonly language: Language;
}

/** Nothing is shown before the look stands in the ticket's history. */
export const createLookAtNumbers =
  (asInChat: AsInChat) =>
  ({ person, ticket, why, key, language }: LookAtNumbers): Promise<ActOutcome> =>
    asInChat({ person, key, language, text: '' }, (ports, inbound) => {
      const words = keepWords(ports, why, ticket.id, person.id, ports.clock.now().toISOString());
      const command = { kind: 'show-numbers', by: person, words: words?.id ?? null } as const;
      return runTicketCommand(ports, inbound, ticket, command, { words: words ? [words] : [], photos: [] });
    });
