import { foldTicket } from '../../domain/ticket/apply-ticket-event';
import { mayBeSeen, seePhoto, type PhotoSeen } from '../../domain/ticket/proving/see-photo';
import type { PhotoId } from '../../domain/ids';
import { Ticket } from '../../domain/ticket/ticket';
import type { EnginePorts } from '../ports-of-engine';
import type { Photos } from '../ports';
import type { UnderstandPhoto } from '../port-of-photo-reader';
import { commitDecision } from './commit-decision';
import { untilCommitted } from './until-committed';

export interface Looking {
  readonly photos: Pick<Photos, 'read'>;
  readonly understandPhoto: UnderstandPhoto;
}

const commitSeen = (ports: EnginePorts, id: string, cause: string, seen: PhotoSeen): Promise<unknown> =>
  untilCommitted(cause, async () => {
    const stored = await ports.matters.load(id);
    if (!stored) return 'gone';
    const ticket = Ticket.parse(stored.state);
    const community = await ports.communities.current();
    const now = ports.clock.now().toISOString();
    const decision = seePhoto(ticket, seen, { now, community, guards: new Map() });
    if (!decision) return 'not of it';
    const { kind } = await commitDecision(
      {
        ...{ cause, matter: stored.ref, expectedVersion: stored.version, decision },
        ...{ state: foldTicket(ticket, decision.events), words: [], photos: [] },
      },
      community,
      ports,
    );
    return kind === 'conflict' ? null : kind;
  });

/** With the pack's leave somebody outside looks at a photo of a report, once: a photo may be fetched by two at a time. */
export const lookAtPhoto = (
  ports: EnginePorts,
  { photos, understandPhoto }: Looking,
  id: string,
  photo: PhotoId,
): Promise<void> =>
  ports.inTurn(`seen:${photo}`, async () => {
    const cause = `seen:${photo}`;
    const community = await ports.communities.current();
    const stored = await ports.matters.load(id);
    if (stored?.ref.kind !== 'ticket' || !mayBeSeen(Ticket.parse(stored.state), { community })) return;
    if (await ports.matters.handled(cause)) return;
    const bytes = await photos.read(photo, 'full');
    const opinion = bytes && (await understandPhoto(bytes, community.categories));
    if (opinion) await commitSeen(ports, id, cause, { photo, ...opinion });
  });
