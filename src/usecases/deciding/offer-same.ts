import { askSame } from '../../domain/ticket/merging/ask-same';
import { asksForSame, findSame, type PhotoFacts } from '../../domain/ticket/merging/find-same';
import { Ticket } from '../../domain/ticket/ticket';
import type { Photos } from '../ports';
import type { EnginePorts } from '../ports-of-engine';
import { tryOnTicket } from './try-on-ticket';

/** Open tickets of the category that are looked at, the newest first. */
const compared = 100;

const factsOf = async (photos: Pick<Photos, 'byIds'>, tickets: readonly Ticket[]): Promise<PhotoFacts> =>
  new Map((await photos.byIds(tickets.flatMap((ticket) => ticket.photos))).map((photo) => [photo.id, photo]));

/**
 * Asks, once, whether a ticket is the same matter as an earlier one that is near in place and time or has a look-alike
 * photo. Looked for again when its place or a photo becomes known.
 */
export const offerSame = (ports: EnginePorts, id: string, cause: string): Promise<void> =>
  tryOnTicket(ports, { id, cause }, async (ticket, community) => {
    if (!asksForSame(ticket)) return null;
    const others = (
      await ports.matters.find({ kind: 'ticket', category: ticket.category, open: true, limit: compared })
    ).map(({ state }) => Ticket.parse(state));
    const same = findSame(ticket, others, await factsOf(ports.photos, [ticket, ...others]), community);
    return same && askSame(ticket, same, { now: ports.clock.now().toISOString(), community, guards: new Map() });
  });
