import type { mongo } from 'mongoose';
import type { CommitOutcome, OutboxDraft } from '../../usecases/ports';
import type { Tables } from '../models';
import { draftToDocument } from './outbox-draft';
import type { Scope } from '../scope';

export type FreshRows = Extract<CommitOutcome, { kind: 'committed' }>['rows'];

const rowsOf = (drafts: readonly OutboxDraft[], scope: Scope) => {
  const createdAt = new Date();
  return [...new Map(drafts.map((draft) => [draft.effect, draft])).values()].map((draft) =>
    draftToDocument(draft, scope, createdAt),
  );
};

const freshOf = (rows: ReturnType<typeof rowsOf>): FreshRows =>
  rows.map(({ id, chat, say }) => ({ id, chat, urgency: say.urgency }));

/** Inserts rows whose effect is not known yet, and answers with these alone. */
export const insertRows = async (
  tables: Pick<Tables, 'outbox'>,
  scope: Scope,
  drafts: readonly OutboxDraft[],
  session?: mongo.ClientSession,
): Promise<FreshRows> => {
  if (drafts.length === 0) return [];
  const rows = rowsOf(drafts, scope);
  const result = await tables.outbox.raw.bulkWrite(
    rows.map(({ _id, ...row }) => ({ updateOne: { filter: { _id }, update: { $setOnInsert: row }, upsert: true } })),
    session === undefined ? {} : { session },
  );
  return freshOf(rows.filter((_, index) => index in result.upsertedIds));
};

/** The same where no effect is expected to be known, in half the server's time; a known one is a duplicate key. */
export const insertNewRows = async (
  tables: Pick<Tables, 'outbox'>,
  scope: Scope,
  drafts: readonly OutboxDraft[],
  session: mongo.ClientSession,
): Promise<FreshRows> => {
  if (drafts.length === 0) return [];
  const rows = rowsOf(drafts, scope);
  await tables.outbox.raw.insertMany(rows, { session });
  return freshOf(rows);
};
