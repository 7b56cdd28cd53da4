import type { mongo } from 'mongoose';
import type { MarkChange } from '../../domain/rounds/mark';
import type { Writing } from '../matters/commit-writes';
import { MarkDocument } from './round-documents';
import type { Scope } from '../scope';
import { Refused } from '../transaction';

export const markKey = ({ key }: Scope, round: string, household: string): string => key('mark', round, household);

const insertOf = ({ mark, events }: MarkChange, scope: Scope): mongo.AnyBulkWriteOperation<MarkDocument> => {
  const { round, household } = mark;
  const _id = markKey(scope, round, household);
  const { communityId } = scope;
  const document = { _id, communityId, round, household, version: 1, state: mark, events: [...events] };
  return { insertOne: { document: MarkDocument.parse(document) } };
};

/**
 * A step that is the same for many households changes only the phase of their marks: those of one version are written
 * together, which costs the server a third of as many single updates.
 */
const sameStep = ({ expectedVersion, events }: MarkChange): string | null => {
  const [event, ...more] = events;
  const isPlain = expectedVersion > 0 && more.length === 0 && (event?.kind === 'published' || event?.kind === 'posted');
  return isPlain ? `${expectedVersion} ${JSON.stringify(event)}` : null;
};

const updateOf = (changes: readonly MarkChange[], scope: Scope): mongo.AnyBulkWriteOperation<MarkDocument> => {
  const [first] = changes;
  if (!first) throw new Error('Nothing to write.');
  const { mark, expectedVersion, events } = first;
  const { communityId } = scope;
  const ids = changes.map((each) => markKey(scope, each.mark.round, each.mark.household));
  const state = sameStep(first) === null ? { state: mark } : { 'state.phase': mark.phase };
  return {
    updateMany: {
      filter: { _id: { $in: ids }, communityId, version: expectedVersion },
      update: { $set: state, $inc: { version: 1 }, $push: { events: { $each: [...events] } } },
    },
  };
};

/** Marks are written as they were decided on, or not at all. */
export const writeMarks = async (
  { tables, scope, session }: Writing,
  changes: readonly MarkChange[],
): Promise<void> => {
  if (changes.length === 0) return;
  const together = new Map<string, MarkChange[]>();
  for (const change of changes) {
    const name = sameStep(change) ?? `mark ${change.mark.round} ${change.mark.household}`;
    const others = together.get(name);
    if (others) others.push(change);
    else together.set(name, [change]);
  }
  const operations = [...together.values()].map((group) => {
    const [first] = group;
    return first?.expectedVersion === 0 ? insertOf(first, scope) : updateOf(group, scope);
  });
  const done = await tables.marks.raw.bulkWrite(operations, { session });
  if (done.insertedCount + done.matchedCount < changes.length) throw new Refused('conflict');
};
