import { foldTicket } from '../../domain/ticket/apply-ticket-event';
import { awaitsCheck, checkPhotos, photosToCheck } from '../../domain/ticket/proving/check-photos';
import { Ticket } from '../../domain/ticket/ticket';
import type { EnginePorts } from '../ports-of-engine';
import { commitDecision } from './commit-decision';

/** Conflicts in a row after which it is left to the next photo. */
const attempts = 5;

/** Before and after: looks at the photos of a closing when the last of them is there. */
export const checkClosing = async (ports: EnginePorts, id: string, cause: string): Promise<void> => {
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const stored = await ports.matters.load(id);
    const ticket = stored?.ref.kind === 'ticket' ? Ticket.parse(stored.state) : null;
    if (!stored || !ticket || !awaitsCheck(ticket)) return;
    const [community, photos] = await Promise.all([
      ports.communities.current(),
      ports.photos.byIds(photosToCheck(ticket)),
    ]);
    const now = ports.clock.now().toISOString();
    const decision = checkPhotos(ticket, photos, { now, community, guards: new Map() });
    if (!decision) return;
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
