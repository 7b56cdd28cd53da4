import { Gathering } from '../../domain/gathering/gathering';
import type { PhotoId } from '../../domain/ids';
import type { EnginePorts } from '../ports-of-engine';
import { checkClosing } from './check-closing';
import { lookAtPhoto, type Looking } from './look-at-photo';
import { offerSame } from './offer-same';

/** The ticket that a photo came to: its own, or the one that its gathering became; null while words are awaited. */
const ticketOf = async (ports: EnginePorts, photo: PhotoId): Promise<string | null> => {
  const found = await ports.photos.byId(photo);
  const stored = found && (await ports.matters.load(found.matter));
  if (!stored) return null;
  if (stored.ref.kind === 'gathering') return Gathering.parse(stored.state).ticket;
  return stored.ref.kind === 'ticket' ? stored.ref.id : null;
};

/** A photo is there, and with it what it shows; safe to be run again. */
export const createPhotoKept =
  (ports: EnginePorts, looking: Looking) =>
  async (photo: PhotoId): Promise<void> => {
    const ticket = await ticketOf(ports, photo);
    if (ticket === null) return;
    await offerSame(ports, ticket, `same:${photo}`);
    await checkClosing(ports, ticket, `photo-check:${photo}`);
    await lookAtPhoto(ports, looking, ticket, photo);
  };
