import type { PhotoId } from '../../domain/ids';
import type { DeliveryPorts } from './delivery-ports';
import { sendLatePhoto } from './late-photo';
import type { OutboxRow, Outgoing } from '../ports';

type LoadPorts = Pick<DeliveryPorts, 'photos' | 'outbox' | 'matters' | 'wakeUps'>;

const isWanted = async (id: PhotoId, { photos }: LoadPorts): Promise<boolean> =>
  (await photos.byId(id))?.state === 'wanted';

const load = async (id: PhotoId, { photos }: LoadPorts): Promise<Outgoing['photos'][number] | null> => {
  const bytes = (await photos.byId(id))?.state === 'kept' ? await photos.read(id, 'full') : null;
  return bytes && { id, bytes };
};

/** Those without which the message goes, written down before it goes: whoever keeps one later finds the note. */
const missingOf = async (row: OutboxRow, ids: readonly PhotoId[], ports: LoadPorts): Promise<ReadonlySet<PhotoId>> => {
  const noted = ids.filter((id) => row.withoutPhotos.includes(id));
  const fresh = ids.filter((id) => !noted.includes(id));
  const wanted = await Promise.all(fresh.map((id) => isWanted(id, ports)));
  const missing = fresh.filter((_, index) => wanted[index]);
  if (missing.length > 0) await ports.outbox.goesWithout(row.id, missing);
  return new Set([...noted, ...missing]);
};

/**
 * The photos of a message that is being sent. What was noted as missing is looked at once more after the note: kept by
 * now, whoever kept it may have come before the note or after, so that it goes by the one way that is used once.
 */
export const loadPhotos = async (
  row: OutboxRow,
  ids: readonly PhotoId[],
  ports: LoadPorts,
): Promise<Outgoing['photos']> => {
  const missing = await missingOf(row, ids, ports);
  const loaded = await Promise.all(
    ids.map(async (id) => {
      if (!missing.has(id)) return load(id, ports);
      if (await isWanted(id, ports)) return null;
      return (await sendLatePhoto([row], id, ports)) > 0 ? null : load(id, ports);
    }),
  );
  return loaded.filter((photo) => photo !== null);
};
