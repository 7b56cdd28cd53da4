import type { mongo } from 'mongoose';
import { z } from 'zod';

/** What one transaction of the program writes to one collection. */
export interface Writes {
  readonly collection: string;
  readonly documents: number;
  /** Of one document. */
  readonly bytes: number;
}

const Profiled = z.object({
  op: z.string(),
  ns: z.string(),
  ninserted: z.number().default(0),
  nModified: z.number().default(0),
  nUpserted: z.number().default(0),
  upsert: z.boolean().default(false),
  nMatched: z.number().default(0),
});

const sizeOf = async (db: mongo.Db, collection: string): Promise<number> => {
  const [found] = await db
    .collection(collection)
    .aggregate([{ $sample: { size: 100 } }, { $group: { _id: null, bytes: { $avg: { $bsonSize: '$$ROOT' } } } }])
    .toArray();
  return Math.round(z.object({ bytes: z.number() }).parse(found).bytes);
};

/** Lets the database itself count what the program writes, and asks, while `posts` messages are handled. */
export const countWrites = async (db: mongo.Db, posts: number, post: () => Promise<void>) => {
  await db.command({ profile: 0 });
  await db.collection('system.profile').drop();
  await db.createCollection('system.profile', { capped: true, size: 16 * 1024 * 1024 });
  await db.command({ profile: 2 });
  await post();
  await db.command({ profile: 0 });
  const operations = z.array(Profiled).parse(await db.collection('system.profile').find().toArray());
  const documents = new Map<string, number>();
  const reads = new Map<string, number>();
  for (const { op, ns, ninserted, nMatched, nUpserted, upsert } of operations) {
    const collection = ns.slice(ns.indexOf('.') + 1);
    if (op === 'query' || op === 'command') reads.set(collection, (reads.get(collection) ?? 0) + 1 / posts);
    const written = op === 'insert' ? ninserted : op === 'update' ? Math.max(nMatched + nUpserted, upsert ? 1 : 0) : 0;
    if (written > 0) documents.set(collection, (documents.get(collection) ?? 0) + written);
  }
  const writes: Writes[] = [];
  for (const [collection, all] of documents) {
    const each = Math.round(all / posts);
    if (each > 0) writes.push({ collection, documents: each, bytes: await sizeOf(db, collection) });
  }
  return { writes, reads: Object.fromEntries([...reads].map(([name, each]) => [name, Number(each.toFixed(2))])) };
};
