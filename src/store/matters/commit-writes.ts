import type { mongo } from 'mongoose';
import type { Guard, GuardWrite } from '../../domain/decision';
import type { Commit, MatterChange } from '../../usecases/ports';
import { EventDocument, GuardDocument, MatterDocument, PersonDocument, PhotoDocument } from '../documents';
import type { FieldCipher } from '../privacy/field-cipher';
import type { Tables } from '../models';
import { personDocument } from '../people/person-document';
import type { Scope } from '../scope';
import { wordsDocument } from './sealed-words';
import { Refused } from '../transaction';

/** The writes of a commit, collection by collection; each goes to the server in one call. */
export interface Writing {
  readonly tables: Tables;
  readonly scope: Scope;
  readonly session: mongo.ClientSession;
}

export const writeCause = async (
  { tables, scope, session }: Writing,
  { cause, changes: [first] }: Pick<Commit, 'cause' | 'changes'>,
): Promise<void> => {
  const made = first ? { matter: first.ref.id, version: first.expectedVersion + 1 } : { matter: null, version: null };
  await tables.causes.raw.insertOne(
    { _id: scope.key(cause), communityId: scope.communityId, at: new Date(), ...made },
    { session },
  );
};

const matterFields = ({ ref, state, dueAt, lateSince, index }: MatterChange) => ({
  ...ref,
  state,
  dueAt: dueAt === null ? null : new Date(dueAt),
  ...(lateSince === undefined ? {} : { lateSince: new Date(lateSince) }),
  open: index.open,
  people: [...index.people],
  owner: index.owner,
  category: index.category,
  area: index.area,
});

const matterDocument = (change: MatterChange, { key, communityId }: Scope): MatterDocument =>
  MatterDocument.parse({
    _id: key(change.ref.id),
    communityId,
    ...matterFields(change),
    version: change.expectedVersion + 1,
  });

const matterUpdate = (change: MatterChange, scope: Scope) => {
  const { _id, communityId, ...fields } = matterDocument(change, scope);
  return { filter: { _id, communityId, version: change.expectedVersion }, update: { $set: fields } };
};

export const writeMatters = async ({ tables, scope, session }: Writing, changes: Commit['changes']): Promise<void> => {
  const [first, ...others] = changes;
  if (!first) return;
  if (others.length === 0 && first.expectedVersion > 0) {
    // Nearly every commit changes one matter that is there: a plain update costs the driver less than a list of one.
    const { filter, update } = matterUpdate(first, scope);
    const { matchedCount } = await tables.matters.raw.updateOne(filter, update, { session });
    if (matchedCount === 0) throw new Refused('conflict');
    return;
  }
  const operations = changes.map((change): mongo.AnyBulkWriteOperation<MatterDocument> =>
    change.expectedVersion === 0
      ? { insertOne: { document: matterDocument(change, scope) } }
      : { updateOne: matterUpdate(change, scope) },
  );
  const done = await tables.matters.raw.bulkWrite(operations, { session });
  if (done.insertedCount + done.matchedCount < changes.length) throw new Refused('conflict');
};

export const writeEvents = async ({ tables, scope, session }: Writing, changes: Commit['changes']): Promise<void> => {
  const documents = changes.flatMap(({ ref, expectedVersion, events }) =>
    events.map((event, index) =>
      EventDocument.parse({
        _id: scope.key(ref.id, expectedVersion + 1, index),
        communityId: scope.communityId,
        matter: ref.id,
        version: expectedVersion + 1,
        index,
        event,
      }),
    ),
  );
  if (documents.length > 0) await tables.events.raw.insertMany(documents, { session });
};

export const writeWords = async (
  { tables, scope, session }: Writing,
  words: Commit['words'],
  cipher: FieldCipher,
): Promise<void> => {
  if (words.length === 0) return;
  await tables.words.raw.insertMany(
    words.map((each) => wordsDocument(each, scope, cipher)),
    { session },
  );
};

export const writePhotos = async ({ tables, scope, session }: Writing, photos: Commit['photos']): Promise<void> => {
  if (photos.length === 0) return;
  const documents = photos.map((each) =>
    PhotoDocument.parse({
      ...each,
      _id: scope.key(each.id),
      communityId: scope.communityId,
      state: 'wanted',
      place: null,
      taken: null,
      hash: null,
      digest: null,
      full: null,
      preview: null,
      public: null,
      look: null,
      tries: 0,
      notBefore: new Date(0),
      why: null,
    } satisfies PhotoDocument),
  );
  await tables.photos.raw.insertMany(documents, { session });
};

/**
 * Versions of a guard begin at a number of their own and are never used again: a guard that was removed and made
 * anew is a different fact, however alike it looks.
 */
const firstVersion = (): number => Math.floor(Math.random() * 2 ** 40) + 1;
const MARK_MS = 60 * 60 * 1000;

const guardOperation = (write: GuardWrite, scope: Scope): mongo.AnyBulkWriteOperation<GuardDocument> => {
  const { communityId } = scope;
  const _id = scope.key(write.id);
  if (write.version === 0) {
    // Nothing was there and nothing will be: the mark left behind makes others who relied on that decide again.
    const expireAt = write.value === null ? new Date(Date.now() + MARK_MS) : null;
    const document = GuardDocument.parse({ _id, communityId, version: firstVersion(), value: write.value, expireAt });
    return { insertOne: { document } };
  }
  const filter = { _id, communityId, version: write.version };
  if (write.value === null) return { deleteOne: { filter } };
  return {
    updateOne: { filter, update: { $set: { version: write.version + 1, value: write.value, expireAt: null } } },
  };
};

export const writeGuards = async ({ tables, scope, session }: Writing, guards: Commit['guards']): Promise<void> => {
  if (guards.length === 0) return;
  const done = await tables.guards.raw.bulkWrite(
    guards.map((guard) => guardOperation(guard, scope)),
    { session },
  );
  if (done.insertedCount + done.matchedCount + done.deletedCount < guards.length) throw new Refused('conflict');
};

export const guardOf = (id: string, document: unknown): Guard => {
  if (document === null || document === undefined) return { id, version: 0, value: null };
  const { version, value } = GuardDocument.parse(document);
  return { id, version, value };
};

export const writePeople = async ({ tables, scope, session }: Writing, people: Commit['people']): Promise<void> => {
  if (people.length === 0) return;
  const operations = people.map((person) => {
    const { _id, ...fields } = PersonDocument.parse(personDocument(person, scope, { from: 'words' }));
    return { updateOne: { filter: { _id }, update: { $setOnInsert: fields }, upsert: true } };
  });
  await tables.people.raw.bulkWrite(operations, { session });
};
