import type { Community, Person } from '../../../domain/community/community';
import type { TicketCommand } from '../../../domain/ticket/ticket-command';
import type { Reading } from '../../../domain/understanding/reading';
import type { Documents } from '../run-ticket-command';

export interface FreeMessage {
  readonly text: string;
  readonly reading: Reading;
  readonly person: Person;
  readonly community: Community;
}

/** What such a message means for the ticket that was asked about. */
export interface Meant {
  readonly command: TicketCommand;
  readonly documents: Documents;
}
