import type { mongo } from 'mongoose';
import type { CommitOutcome, OutboxDraft } from '../usecases/ports';
import type { Tables } from './models';
import { draftToDocument } from './outbox-draft';
import type { Scope } from './scope';

export type FreshRows = Extract<CommitOutcome, { kind: 'committed' }>['rows'];

/** Inserts rows whose effect is not known yet, and answers with these alone. */
export const insertRows = async (
  tables: Pick<Tables, 'outbox'>,
  scope: Scope,
  drafts: readonly OutboxDraft[],
  session?: mongo.ClientSession,
): Promise<FreshRows> => {
  if (drafts.length === 0) return [];
  const createdAt = new Date();
  const rows = [...new Map(drafts.map((draft) => [draft.effect, draft])).values()].map((draft) =>
    draftToDocument(draft, scope, createdAt),
  );
  const result = await tables.outbox.raw.bulkWrite(
    rows.map(({ _id, ...row }) => ({ updateOne: { filter: { _id }, update: { $setOnInsert: row }, upsert: true } })),
    session === undefined ? {} : { session },
  );
  return rows
    .filter((_, index) => index in result.upsertedIds)
    .map(({ id, chat, say }) => ({ id, chat, urgency: say.urgency }));
};
