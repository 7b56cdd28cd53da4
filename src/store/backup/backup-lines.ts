import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';
import type { Connection } from 'mongoose';
import { mongo } from 'mongoose';
import { z } from 'zod';

/** What stands in a backup, and whether it came to its end. */
export interface BackupSums {
  readonly collections: number;
  readonly documents: number;
  readonly sha256: string;
}

const Head = z.object({ collection: z.string().regex(/^[\w.]{1,100}$/u) });
const End = z.object({ end: z.object({ collections: z.int(), documents: z.int(), sha256: z.string() }) });
type Line = z.infer<typeof Head> | z.infer<typeof End> | { readonly document: mongo.Document };

const { EJSON } = mongo.BSON;

const namesOf = async (connection: Connection): Promise<readonly string[]> => {
  const found = await connection.listCollections();
  return found
    .map(({ name }) => name)
    .filter((name) => !name.startsWith('system.'))
    .sort();
};

/** Everything as it stood at one moment, a document a line; the last line says how much there was, and its digest. */
export const backupLines = async function* (connection: Connection): AsyncGenerator<string> {
  const client = connection.getClient();
  const db = client.db(connection.name);
  const session = client.startSession({ snapshot: true });
  const hash = createHash('sha256');
  const names = await namesOf(connection);
  let documents = 0;
  const told = (line: string): string => {
    hash.update(line);
    return `${line}\n`;
  };
  try {
    for (const collection of names) {
      yield told(JSON.stringify({ collection }));
      for await (const document of db.collection(collection).find({}, { session, batchSize: 500 })) {
        documents += 1;
        yield told(EJSON.stringify(document, { relaxed: false }));
      }
    }
    yield `${JSON.stringify({ end: { collections: names.length, documents, sha256: hash.digest('hex') } })}\n`;
  } finally {
    await session.endSession();
  }
};

const lineOf = (text: string): Line => {
  // The database writes each document with its id in front.
  if (text.startsWith('{"_id":'))
    return { document: z.record(z.string(), z.unknown()).parse(EJSON.parse(text, { relaxed: false })) };
  return z.union([Head, End]).parse(JSON.parse(text));
};

/** Reads a backup to its end, handing out document by document. Throws when it is cut off or was changed. */
export const readBackup = async (
  file: string,
  take: (collection: string, document: mongo.Document) => Promise<void>,
): Promise<BackupSums> => {
  const hash = createHash('sha256');
  let [collection, collections, documents] = ['', 0, 0];
  let end: BackupSums | null = null;
  const input = createReadStream(file).pipe(createGunzip());
  for await (const text of createInterface({ input, crlfDelay: Infinity })) {
    const line = lineOf(text);
    if (end !== null) throw new Error('something stands behind the end');
    if ('end' in line) end = line.end;
    else hash.update(text);
    if ('collection' in line) [collection, collections] = [line.collection, collections + 1];
    if ('document' in line) {
      documents += 1;
      await take(collection, line.document);
    }
  }
  const found = { collections, documents, sha256: hash.digest('hex') };
  if (end === null) throw new Error('it is cut off');
  if (JSON.stringify(end) !== JSON.stringify(found)) throw new Error('it is not as it was written');
  return found;
};
