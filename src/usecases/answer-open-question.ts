import type { Community, Person } from '../domain/community/community';
import { mayHandle } from '../domain/ticket/handler-roles';
import { Ticket } from '../domain/ticket/ticket';
import type { TicketCommand } from '../domain/ticket/ticket-command';
import type { Reading } from '../domain/understanding/reading';
import type { InboundAnswer, InboundMessage } from './inbound';
import { keepPhotos, keepWords, photoIds } from './keep-parts';
import type { OutboxRow } from './ports';
import type { EnginePorts } from './ports-of-engine';
import { placeOf } from './read-place';
import { runTicketCommand, type Documents } from './run-ticket-command';

/** Machine time for which the next message is taken as the missing word or photo. */
const slotMinutes = 30;

/** Longer than any place. A long message is a matter of its own. */
const longestPlace = 40;

export interface FreeMessage {
  readonly text: string;
  readonly reading: Reading;
  readonly person: Person;
  readonly community: Community;
}

interface Meant {
  readonly command: TicketCommand;
  readonly documents: Documents;
}

const placeMeant = (
  ports: EnginePorts,
  inbound: InboundMessage,
  { text, reading, person, community }: FreeMessage,
  ticket: Ticket,
): Meant | null => {
  const spot = inbound.location ? `定位 ${inbound.location.lat.toFixed(5)},${inbound.location.lng.toFixed(5)}` : text;
  if (spot.trim() === '' || spot.length > longestPlace) return null;
  const asked = placeOf(
    ports,
    reading.place ?? { text: spot, building: null, unit: null, room: null, atHome: false },
    ticket.id,
    person,
    community,
  );
  const photos = keepPhotos(ports, inbound, ticket.id);
  return { command: { kind: 'place', by: person, place: asked.place }, documents: { words: asked.words, photos } };
};

const slotMeant = (
  ports: EnginePorts,
  inbound: InboundMessage,
  { text, person }: FreeMessage,
  ticket: Ticket,
  verb: string,
): Meant | null => {
  const words = keepWords(ports, text, ticket.id, person.id, ports.clock.now().toISOString());
  const photos = keepPhotos(ports, inbound, ticket.id);
  const documents = { words: words ? [words] : [], photos };
  if (verb === '办结')
    return { command: { kind: 'resolve', by: person, words: words?.id ?? null, photos: photoIds(photos) }, documents };
  if (verb === '退' && words)
    return {
      command: {
        kind: 'decline',
        by: person,
        why: /不能办|办不了/u.test(text) ? 'cannot-do' : 'not-ours',
        words: words.id,
      },
      documents,
    };
  return null;
};

const meantBy = (
  ports: EnginePorts,
  inbound: InboundMessage,
  free: FreeMessage,
  row: OutboxRow,
  ticket: Ticket,
): Meant | null => {
  const { say } = row;
  if (say.card !== undefined) return null;
  switch (say.wording) {
    case 'ticket.ask-place':
      return placeMeant(ports, inbound, free, ticket);
    case 'refused.needs-words':
    case 'refused.needs-reason':
      return slotMeant(ports, inbound, free, ticket, say.params.verb);
    default:
      return null;
  }
};

const isFresh = (row: OutboxRow): boolean =>
  row.sentAt === null || Date.now() - row.sentAt.getTime() < slotMinutes * 60_000;

const ticketOf = async (ports: EnginePorts, row: OutboxRow): Promise<Ticket | null> => {
  const { say } = row;
  if (say.card !== undefined) return null;
  const number = row.matter?.number ?? ('number' in say.params ? say.params.number : null);
  const stored = number === null ? null : await ports.matters.byNumber(number);
  return stored?.ref.kind === 'ticket' ? Ticket.parse(stored.state) : null;
};

/** A free message that answers what Linli asked this person: where it is, what was done, why not. Null: it does not. */
export const answerOpenQuestion = async (
  ports: EnginePorts,
  inbound: InboundMessage,
  free: FreeMessage,
  row: OutboxRow | null,
): Promise<InboundAnswer | null> => {
  if (!row?.say.question || !isFresh(row)) return null;
  const ticket = await ticketOf(ports, row);
  const meant = ticket && meantBy(ports, inbound, free, row, ticket);
  if (!ticket || !meant) return null;
  await ports.outbox.closeQuestion(row.id);
  return runTicketCommand(ports, inbound, ticket, meant.command, meant.documents);
};

/** A handler's free reply to the matter's card is a progress note. */
export const noteFromReply = async (
  ports: EnginePorts,
  inbound: InboundMessage,
  { text, person }: FreeMessage,
  row: OutboxRow | null,
): Promise<InboundAnswer | null> => {
  const stored = row?.matter ? await ports.matters.load(row.matter.id) : null;
  if (stored?.ref.kind !== 'ticket' || text.trim() === '') return null;
  const ticket = Ticket.parse(stored.state);
  if (!mayHandle(ticket, person)) return null;
  const words = keepWords(ports, text, ticket.id, person.id, ports.clock.now().toISOString());
  return runTicketCommand(
    ports,
    inbound,
    ticket,
    { kind: 'note', by: person, words: words?.id ?? null },
    { words: words ? [words] : [], photos: keepPhotos(ports, inbound, ticket.id) },
  );
};
