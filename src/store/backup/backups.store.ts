import type { Backups } from '../../usecases/ports-of-operations';
import { BackupDocument } from '../house-documents';
import type { Tables } from '../models';
import type { Scope } from '../scope';

/** What was made and read back, for the board; the files themselves lie elsewhere. */
export const createBackups = (tables: Pick<Tables, 'backups'>, { communityId, key }: Scope): Backups => ({
  note: async ({ folder, ...made }) => {
    await tables.backups.raw.updateOne(
      { _id: key(made.file) },
      { $set: { communityId, ...made, verifiedAt: null }, $addToSet: { folders: folder } },
      { upsert: true },
    );
  },
  verified: async (file, at) => {
    await tables.backups.raw.updateOne({ _id: key(file), communityId }, { $set: { verifiedAt: at } });
  },
  last: async () => {
    const [found] = await tables.backups.raw.find({ communityId }).sort({ at: -1 }).limit(1).toArray();
    if (found === undefined) return null;
    const { file, at, bytes, documents, verifiedAt } = BackupDocument.parse(found);
    return { file, at, bytes, documents, verifiedAt };
  },
});
