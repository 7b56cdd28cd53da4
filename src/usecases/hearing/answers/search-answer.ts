import type { Community, Person } from '../../../domain/community/community';
import type { Ticket } from '../../../domain/ticket/ticket';
import type { TicketCommand } from '../../../domain/ticket/ticket-command';
import type { InboundMessage } from '../../inbound';
import { isPlaceAlone } from '../reporting/is-place-alone';
import { idsOf, keepPhotos, keepWords, photoIds } from '../keep-parts';
import { leadFrom } from '../reporting/lead-from';
import type { OutboxRow } from '../../ports';
import type { EnginePorts } from '../../ports-of-engine';
import type { FreeMessage, Meant } from './free-message';

/** "同意" or "不同意" to calling a circle, "是" or "不是" to a find; null: the row asked neither. */
export const searchAnswer = ({ say }: OutboxRow, yes: boolean, by: Person): TicketCommand | null => {
  if (say.card !== undefined) return null;
  if (say.wording === 'ticket.search-ask') return { kind: 'widen', by, yes, circle: say.params.circle };
  if (say.wording !== 'ticket.find-said') return null;
  const nothing = { place: { area: null, words: null }, words: [], photos: [], group: null };
  return yes ? { kind: 'found', by, ...nothing } : { kind: 'deny-find', by };
};

const isOfAnotherMatter = ({ text, reading }: FreeMessage, { policy }: Community): boolean =>
  reading.intent === 'report' &&
  !isPlaceAlone(text, reading.place) &&
  (reading.category[0]?.share ?? 0) >= policy.categoryShare;

/** What follows a lead in private (a photo, a location, where it went) is another one, kept in its place. */
export const moreOfLead = (
  ports: EnginePorts,
  inbound: InboundMessage,
  free: FreeMessage,
  ticket: Ticket,
): Meant | null => {
  const { text, person, community } = free;
  const photos = keepPhotos(ports, inbound, ticket.id);
  const bare = photos.length === 0 && inbound.location === null;
  if (bare && (text.trim() === '' || free.reading.intent === 'thanks' || isOfAnotherMatter(free, community)))
    return null;
  const words = keepWords(ports, text, ticket.id, person.id, ports.clock.now().toISOString());
  const where = leadFrom(ports, inbound, text, { person, community }, ticket.id);
  const group = inbound.chat.kind === 'group' ? inbound.chat.id : null;
  return {
    command: { kind: 'lead', by: person, place: where.place, words: idsOf([words]), photos: photoIds(photos), group },
    documents: { words: [...(words ? [words] : []), ...where.words], photos },
  };
};
