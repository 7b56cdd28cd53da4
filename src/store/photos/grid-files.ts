import { mongo, type Connection } from 'mongoose';
import type { Scope } from '../scope';

/** Files in GridFS, by ids of our own. */
export interface GridFiles {
  /** Answers with the new file's id. */
  write(bytes: Buffer, mime: string): Promise<string>;
  /** Null when there is no such file. */
  read(id: string): Promise<{ readonly bytes: Buffer; readonly mime: string } | null>;
  /** The first so many bytes. */
  head(id: string, bytes: number): Promise<Buffer | null>;
  remove(id: string): Promise<void>;
  /** Files written before then, by the machine's clock. */
  removeOld(before: Date): Promise<void>;
}

const objectId = (id: string): mongo.ObjectId | null =>
  /^[0-9a-f]{24}$/.test(id) ? mongo.ObjectId.createFromHexString(id) : null;

export const createGridFiles = (connection: Connection, bucketName: string, { communityId }: Scope): GridFiles => {
  const bucket = new mongo.GridFSBucket(connection.getClient().db(connection.name), { bucketName });

  const find = async (id: string) => {
    const _id = objectId(id);
    if (_id === null) return null;
    const [file] = await bucket.find({ _id, 'metadata.communityId': communityId }).limit(1).toArray();
    return file ?? null;
  };

  /** Of two who remove it at once the second finds it gone, as it wished. */
  const removeFile = async (_id: mongo.ObjectId): Promise<void> => {
    await bucket.delete(_id).catch((error: unknown) => {
      if (!(error instanceof mongo.MongoRuntimeError)) throw error;
    });
  };

  const load = async (_id: mongo.ObjectId, end?: number): Promise<Buffer> => {
    const parts: Buffer[] = [];
    const stream = bucket.openDownloadStream(_id, end === undefined ? {} : { start: 0, end });
    for await (const part of stream) parts.push(Buffer.from(part as Uint8Array));
    return Buffer.concat(parts);
  };

  return {
    write: (bytes, mime) =>
      new Promise((resolve, reject) => {
        const upload = bucket.openUploadStream('', { metadata: { communityId, mime } });
        upload.once('finish', () => resolve(upload.id.toHexString()));
        upload.once('error', reject);
        upload.end(bytes);
      }),

    read: async (id) => {
      const file = await find(id);
      if (file === null) return null;
      return { bytes: await load(file._id), mime: String(file.metadata?.['mime']) };
    },

    head: async (id, bytes) => {
      const file = await find(id);
      return file && load(file._id, Math.min(bytes, file.length));
    },

    remove: async (id) => {
      const file = await find(id);
      if (file !== null) await removeFile(file._id);
    },

    removeOld: async (before) => {
      const old = bucket.find({ uploadDate: { $lt: before }, 'metadata.communityId': communityId });
      for await (const { _id } of old) await removeFile(_id);
    },
  };
};
