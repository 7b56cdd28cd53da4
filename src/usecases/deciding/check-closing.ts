import { awaitsCheck, checkPhotos, photosToCheck } from '../../domain/ticket/proving/check-photos';
import type { EnginePorts } from '../ports-of-engine';
import { tryOnTicket } from './try-on-ticket';

/** Before and after: looks at the photos of a closing when the last of them is there. */
export const checkClosing = (ports: EnginePorts, id: string, cause: string): Promise<void> =>
  tryOnTicket(ports, { id, cause }, async (ticket, community) => {
    if (!awaitsCheck(ticket)) return null;
    const photos = await ports.photos.byIds(photosToCheck(ticket));
    return checkPhotos(ticket, photos, { now: ports.clock.now().toISOString(), community, guards: new Map() });
  });
