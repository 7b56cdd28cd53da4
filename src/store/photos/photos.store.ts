import type { PhotoId } from '../../domain/ids';
import type { Incidents, PhotoKept, PhotoWanted, Photos } from '../../usecases/ports';
import { PhotoDocument } from '../documents';
import type { GridFiles } from './grid-files';
import type { Tables } from '../models';
import { createDecodeSilk, type DecodeSilk } from './decode-silk';
import { copyPhoto, type PhotoCopies } from './photo-bytes';
import { voiceKindOf } from './voice-kind';
import { createVoices } from './voices.store';
import type { Scope } from '../scope';

export interface PhotosNeeds {
  readonly tables: Pick<Tables, 'photos'>;
  readonly files: GridFiles;
  readonly incidents: Pick<Incidents, 'open'>;
  readonly scope: Scope;
  readonly decodeSilk?: DecodeSilk;
}

/** About a day in all. */
const MAX_TRIES = 150;
const FIRST_WAIT_MS = 5_000;
const LONGEST_WAIT_MS = 10 * 60_000;

const waitAfter = (tries: number): number => Math.min(FIRST_WAIT_MS * 2 ** (tries - 1), LONGEST_WAIT_MS);

const wantedOf = ({ id, matter, by, source, at }: PhotoDocument): PhotoWanted => ({ id, matter, by, source, at });

const keptOf = ({ id, matter, by, state, source, at, ...facts }: PhotoDocument): PhotoKept => {
  const { place, taken, hash, digest } = facts;
  return { id, matter, by, state, source, at, place, taken, hash, digest };
};

/** Longer ones are films. */
const mostVoiceBytes = 10 * 2 ** 20;

/** Keeping: what becomes of the bytes. */
const keeping = ({ tables, files, scope: { communityId, key } }: PhotosNeeds): Pick<Photos, 'keep'> => {
  const { raw } = tables.photos;

  /** Files first, then the document that names them; whoever comes second throws its own copies away. */
  const store = async (id: PhotoId, { full, preview, facts }: PhotoCopies): Promise<void> => {
    const [fullId, previewId] = await Promise.all([
      files.write(full, 'image/jpeg'),
      files.write(preview, 'image/jpeg'),
    ]);
    const done = await raw.updateOne(
      { _id: key(id), communityId, state: { $in: ['wanted', 'given-up'] } },
      { $set: { state: 'kept', ...facts, full: fullId, preview: previewId, why: null } },
    );
    if (done.modifiedCount === 0) await Promise.all([files.remove(fullId), files.remove(previewId)]);
  };

  const storeVoice = async ({ id }: PhotoDocument, bytes: Buffer): Promise<'kept' | 'size'> => {
    if (bytes.length > mostVoiceBytes) {
      await raw.updateOne({ _id: key(id), communityId, state: 'wanted' }, { $set: { state: 'refused', why: 'size' } });
      return 'size';
    }
    const full = await files.write(bytes, voiceKindOf(bytes).type);
    const done = await raw.updateOne(
      { _id: key(id), communityId, state: { $in: ['wanted', 'given-up'] } },
      { $set: { state: 'kept', full, why: null } },
    );
    if (done.modifiedCount === 0) await files.remove(full);
    return 'kept';
  };

  return {
    keep: async (id, bytes) => {
      const found = await raw.findOne({ _id: key(id), communityId });
      if (found === null) throw new Error(`No photo "${id}" is wanted.`);
      const wanted = PhotoDocument.parse(found);
      if (wanted.state === 'kept') return 'kept';
      if (wanted.source.kind === 'voice') return storeVoice(wanted, bytes);
      const copies = await copyPhoto(bytes);
      if (typeof copies !== 'string') {
        await store(id, copies);
        return 'kept';
      }
      await raw.updateOne({ _id: key(id), communityId, state: 'wanted' }, { $set: { state: 'refused', why: copies } });
      return copies;
    },
  };
};

export const createPhotos = (needs: PhotosNeeds): Photos => {
  const { tables, incidents, scope, files, decodeSilk = createDecodeSilk() } = needs;
  const { communityId, key } = scope;

  const find = async (id: PhotoId): Promise<PhotoDocument | null> => {
    const found = await tables.photos.model.findOne({ _id: key(id), communityId }).lean();
    return found === null ? null : PhotoDocument.parse(found);
  };

  return {
    ...keeping(needs),
    ...createVoices({ ...needs, decodeSilk }),

    read: async (id, size) => {
      const photo = await find(id);
      const file = photo?.[size] ?? null;
      return file === null ? null : ((await files.read(file))?.bytes ?? null);
    },

    wanted: async (limit) => {
      const found = await tables.photos.raw
        .find({ communityId, state: 'wanted', notBefore: { $lte: new Date() } })
        .sort({ notBefore: 1, _id: 1 })
        .limit(limit)
        .toArray();
      return found.map((each) => wantedOf(PhotoDocument.parse(each)));
    },

    failed: async (id, why) => {
      const photo = await find(id);
      if (photo?.state !== 'wanted') return;
      const tries = photo.tries + 1;
      const last = tries >= MAX_TRIES;
      const notBefore = new Date(Date.now() + waitAfter(tries));
      const done = await tables.photos.raw.updateOne(
        { _id: key(id), communityId, state: 'wanted', tries: photo.tries },
        { $set: { tries, why, notBefore, state: last ? 'given-up' : 'wanted' } },
      );
      if (last && done.modifiedCount === 1)
        await incidents.open(
          `photo ${id}`,
          `A photo could not be fetched from ${photo.source.platform} in ${tries} tries: ${why}`,
          'Ask the reporter to send the photo again.',
        );
    },

    refuse: async (id, why) => {
      await tables.photos.raw.updateOne(
        { _id: key(id), communityId, state: 'wanted' },
        { $set: { state: 'refused', why } },
      );
    },

    byId: async (id) => {
      const photo = await find(id);
      return photo === null ? null : keptOf(photo);
    },

    byIds: async (ids) => {
      if (ids.length === 0) return [];
      const found = await tables.photos.raw.find({ communityId, _id: { $in: ids.map((id) => key(id)) } }).toArray();
      return found.map((each) => keptOf(PhotoDocument.parse(each)));
    },
  };
};
