import type { PhotoId } from '../../domain/ids';
import type { Incidents, PhotoKept, PhotoWanted, Photos } from '../../usecases/ports';
import { PhotoDocument } from '../documents';
import type { GridFiles } from './grid-files';
import type { Tables } from '../models';
import { copyPhoto, type PhotoCopies } from './photo-bytes';
import type { Scope } from '../scope';

export interface PhotosNeeds {
  readonly tables: Pick<Tables, 'photos'>;
  readonly files: GridFiles;
  readonly incidents: Pick<Incidents, 'open'>;
  readonly scope: Scope;
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

/** What a voice of WeChat is, whose gateways don't say. */
const silk = 'audio/silk';
/** Longer ones are films. */
const mostVoiceBytes = 10 * 2 ** 20;

/** Voices lie among the photos, so that fetching, erasing and forgetting reach them; nothing lists them as photos. */
const voices = ({ tables, files, scope }: PhotosNeeds): Pick<Photos, 'voicesOf' | 'readVoice'> => {
  const { communityId, key } = scope;
  const isVoice = { communityId, state: 'kept', 'source.kind': 'voice' } as const;
  return {
    voicesOf: async (matter) => {
      const found = await tables.photos.raw
        .find({ ...isVoice, matter })
        .sort({ at: 1, _id: 1 })
        .toArray();
      return found.map((each) => PhotoDocument.parse(each).id);
    },
    readVoice: async (id) => {
      const found = await tables.photos.raw.findOne({ ...isVoice, _id: key(id) });
      const file = found === null ? null : PhotoDocument.parse(found).full;
      return file === null ? null : files.read(file);
    },
  };
};

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

  const storeVoice = async ({ id, source }: PhotoDocument, bytes: Buffer): Promise<'kept' | 'size'> => {
    if (bytes.length > mostVoiceBytes) {
      await raw.updateOne({ _id: key(id), communityId, state: 'wanted' }, { $set: { state: 'refused', why: 'size' } });
      return 'size';
    }
    const full = await files.write(bytes, source.mime ?? silk);
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
  const { tables, files, incidents, scope } = needs;
  const { communityId, key } = scope;

  const find = async (id: PhotoId): Promise<PhotoDocument | null> => {
    const found = await tables.photos.model.findOne({ _id: key(id), communityId }).lean();
    return found === null ? null : PhotoDocument.parse(found);
  };

  return {
    ...keeping(needs),
    ...voices(needs),

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
