import type { PhotoId } from '../../domain/ids';
import type { DeliveryPorts } from './delivery-ports';
import type { OutboxRow, Outgoing } from '../ports';

type LoadPorts = Pick<DeliveryPorts, 'photos' | 'outbox'>;

const statesOf = (ids: readonly PhotoId[], { photos }: LoadPorts) => Promise.all(ids.map((id) => photos.byId(id)));

/**
 * The photos of a message that is being sent. What is still to be fetched is written down first and looked at once more
 * after that: whoever keeps the photo meanwhile either finds the note and sends it after, or has it kept by now.
 */
export const loadPhotos = async (
  row: OutboxRow,
  ids: readonly PhotoId[],
  ports: LoadPorts,
): Promise<Outgoing['photos']> => {
  const missing = (await statesOf(ids, ports)).filter((photo) => photo?.state === 'wanted');
  if (missing.length > 0)
    await ports.outbox.goesWithout(
      row.id,
      missing.flatMap((photo) => photo?.id ?? []),
    );
  const now = await statesOf(ids, ports);
  const loaded = await Promise.all(
    now.map(async (photo) => {
      const bytes = photo?.state === 'kept' ? await ports.photos.read(photo.id, 'full') : null;
      return photo && bytes ? { id: photo.id, bytes } : null;
    }),
  );
  return loaded.filter((photo) => photo !== null);
};
