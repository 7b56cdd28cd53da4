import { foldTicket } from '../../domain/ticket/apply-ticket-event';
import { askSame } from '../../domain/ticket/merging/ask-same';
import { asksForSame, findSame, type PhotoFacts } from '../../domain/ticket/merging/find-same';
import { Ticket } from '../../domain/ticket/ticket';
import type { Photos } from '../ports';
import type { EnginePorts } from '../ports-of-engine';
import { commitDecision } from './commit-decision';

/** Conflicts in a row after which it is left: the ticket stands by itself, and nothing is lost. */
const attempts = 5;

/** Open tickets of the category that are looked at, the newest first. */
const compared = 100;

const factsOf = async (photos: Pick<Photos, 'byIds'>, tickets: readonly Ticket[]): Promise<PhotoFacts> =>
  new Map((await photos.byIds(tickets.flatMap((ticket) => ticket.photos))).map((photo) => [photo.id, photo]));

/**
 * Asks, once, whether a ticket is the same matter as an earlier one that is near in place and time or has a look-alike
 * photo. Looked for again when its place or a photo becomes known.
 */
export const offerSame = async (ports: EnginePorts, id: string, cause: string): Promise<void> => {
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const stored = await ports.matters.load(id);
    const ticket = stored?.ref.kind === 'ticket' ? Ticket.parse(stored.state) : null;
    if (!stored || !ticket || !asksForSame(ticket)) return;
    const community = await ports.communities.current();
    const others = (
      await ports.matters.find({ kind: 'ticket', category: ticket.category, open: true, limit: compared })
    ).map(({ state }) => Ticket.parse(state));
    const same = findSame(ticket, others, await factsOf(ports.photos, [ticket, ...others]), community);
    if (!same) return;
    const decision = askSame(ticket, same, { now: ports.clock.now().toISOString(), community, guards: new Map() });
    const outcome = await commitDecision(
      {
        cause,
        matter: stored.ref,
        expectedVersion: stored.version,
        decision,
        state: foldTicket(ticket, decision.events),
        words: [],
        photos: [],
      },
      community,
      ports,
    );
    if (outcome.kind !== 'conflict') return;
  }
};
