import { ownPart } from '../../../domain/ticket/joining/open-parts';
import { Ticket } from '../../../domain/ticket/ticket';
import type { TicketCommand } from '../../../domain/ticket/ticket-command';
import { mayHandle } from '../../../domain/ticket/working/handler-roles';
import type { InboundAnswer, InboundMessage } from '../../inbound';
import type { OutboxRow } from '../../ports';
import type { EnginePorts } from '../../ports-of-engine';
import type { FreeMessage } from './free-message';
import { idsOf, keepPhotos, keepWords, photoIds } from '../keep-parts';
import { runTicketCommand } from '../run-ticket-command';

/** A handler's free reply to the matter's card is a progress note; with a photo it belongs to what is known of it. */
export const noteFromReply = async (
  ports: EnginePorts,
  inbound: InboundMessage,
  { text, person }: FreeMessage,
  row: OutboxRow | null,
): Promise<InboundAnswer | null> => {
  const stored = row?.matter ? await ports.matters.load(row.matter.id) : null;
  const photos = keepPhotos(ports, inbound, stored?.ref.id ?? '');
  if (stored?.ref.kind !== 'ticket' || (text.trim() === '' && photos.length === 0)) return null;
  const ticket = Ticket.parse(stored.state);
  if (!mayHandle(ticket, person) && ownPart(ticket, person.id) === null) return null;
  const words = keepWords(ports, text, ticket.id, person.id, ports.clock.now().toISOString());
  const command: TicketCommand =
    photos.length === 0
      ? { kind: 'note', by: person, words: words?.id ?? null }
      : { kind: 'supplement', by: person, words: idsOf([words]), photos: photoIds(photos), quietly: false };
  return runTicketCommand(ports, inbound, ticket, command, { words: words ? [words] : [], photos });
};
