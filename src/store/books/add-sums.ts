import type { Connection, mongo } from 'mongoose';
import type { AccountId, AccountKind } from '../../domain/points/account';

/** A document that holds the sum of what was posted for its `_id`. */
interface SumDocument {
  _id: string;
  communityId: string;
  account: AccountId;
  points: number;
  kind?: AccountKind;
  month?: string;
}

/** A table of them, whatever else its documents hold. */
interface SumTable {
  readonly model: { readonly db: Connection };
  readonly raw: { readonly dbName: string; readonly collectionName: string };
}

type Operation = mongo.AnyBulkWriteOperation<SumDocument>;

interface Adding {
  readonly session: mongo.ClientSession;
  /** No sum goes below zero: a change that would is not made. */
  readonly floor: boolean;
}

/** From so many on, asking first which of them are there costs less than the server's search for each. */
const many = 20;

const least = (points: number, floor: boolean): mongo.Filter<SumDocument> =>
  floor && points < 0 ? { points: { $gte: -points } } : {};

/** Each for itself: added to where it is, begun where it is not. */
const alone = ({ _id, points, ...begun }: SumDocument, floor: boolean): Operation =>
  floor && points < 0
    ? { updateOne: { filter: { _id, ...least(points, floor) }, update: { $inc: { points } } } }
    : { updateOne: { filter: { _id }, update: { $inc: { points }, $setOnInsert: begun }, upsert: true } };

/** Those that are there in groups, as many as change by the same; the others are inserted. */
const together = async (
  sums: mongo.Collection<SumDocument>,
  changes: readonly SumDocument[],
  { session, floor }: Adding,
): Promise<readonly Operation[]> => {
  const ids = changes.map(({ _id }) => _id);
  const found = await sums.find({ _id: { $in: ids } }, { session, projection: { _id: 1 } }).toArray();
  const known = new Set(found.map(({ _id }) => _id));
  const byPoints = new Map<number, string[]>();
  for (const { _id, points } of changes) {
    if (!known.has(_id)) continue;
    const same = byPoints.get(points);
    if (same) same.push(_id);
    else byPoints.set(points, [_id]);
  }
  const begun = changes.filter(({ _id, points }) => !known.has(_id) && !(floor && points < 0));
  return [
    ...begun.map((document): Operation => ({ insertOne: { document } })),
    ...[...byPoints].map(([points, same]): Operation => ({
      updateMany: { filter: { _id: { $in: same }, ...least(points, floor) }, update: { $inc: { points } } },
    })),
  ];
};

/**
 * Adds to the sums: each change is the document as it is when its sum begins with it. False: not all of them were made,
 * and the transaction must end without any.
 */
export const addSums = async (
  { model, raw }: SumTable,
  changes: readonly SumDocument[],
  adding: Adding,
): Promise<boolean> => {
  if (changes.length === 0) return true;
  const sums = model.db.getClient().db(raw.dbName).collection<SumDocument>(raw.collectionName);
  const operations =
    changes.length < many
      ? changes.map((change) => alone(change, adding.floor))
      : await together(sums, changes, adding);
  if (operations.length === 0) return false;
  const done = await sums.bulkWrite([...operations], { session: adding.session });
  return done.insertedCount + done.matchedCount + done.upsertedCount === changes.length;
};
