import type { PhotoId } from '../../domain/ids';
import type { PhotoLook, PublicPhotos } from '../../usecases/ports-of-public-photos';
import { PhotoDocument } from '../documents';
import type { GridFiles } from './grid-files';
import { maskPhoto } from './mask-photo';
import type { Tables } from '../models';
import type { Scope } from '../scope';

/** What strangers may see of photos: a copy of its own, made when staff said so. */
export const createPublicPhotos = (
  { photos: { raw } }: Pick<Tables, 'photos'>,
  files: GridFiles,
  { communityId, key }: Scope,
): PublicPhotos => {
  const find = async (id: PhotoId): Promise<PhotoDocument | null> => {
    const found = await raw.findOne({ _id: key(id), communityId });
    return found === null ? null : PhotoDocument.parse(found);
  };
  const note = async (photo: PhotoDocument, copy: string | null, look: PhotoLook): Promise<boolean> => {
    const filter = { _id: photo._id, communityId, state: 'kept' as const, public: photo.public };
    const done = await raw.updateOne(filter, { $set: { public: copy, look } });
    const gone = done.modifiedCount === 0 ? copy : photo.public;
    if (gone !== null) await files.remove(gone);
    return done.modifiedCount > 0;
  };
  const among = async (ids: readonly PhotoId[], filter: object): Promise<readonly PhotoId[]> =>
    ids.length === 0
      ? []
      : (await raw.find({ communityId, _id: { $in: ids.map((id) => key(id)) }, ...filter }).toArray()).map(
          ({ id }) => id,
        );

  return {
    show: async (id, cells, look) => {
      const photo = await find(id);
      const full = photo?.full ? await files.read(photo.full) : null;
      if (!photo || !full) return false;
      return note(photo, await files.write(await maskPhoto(full.bytes, cells), 'image/jpeg'), { ...look, shown: true });
    },
    withhold: async (id, look) => {
      const photo = await find(id);
      return photo?.state === 'kept' && note(photo, null, { ...look, shown: false });
    },
    read: async (id) => {
      const copy = (await find(id))?.public ?? null;
      return copy === null ? null : ((await files.read(copy))?.bytes ?? null);
    },
    shownAmong: async (ids) => new Set(await among(ids, { public: { $type: 'string' } })),
    unseenAmong: (ids) => among(ids, { state: 'kept', look: null }),
  };
};
