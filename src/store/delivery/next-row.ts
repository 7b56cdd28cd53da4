import type { mongo } from 'mongoose';
import type { ChatId } from '../../domain/ids';
import { OutboxDocument } from './outbox-document';
import type { Tables } from '../models';
import type { StoredRow } from './outbox-draft';
import type { Scope } from '../scope';

export interface Now {
  readonly program: Date;
  readonly machine: Date;
}

interface Queue {
  readonly tables: Pick<Tables, 'outbox'>;
  readonly scope: Scope;
}

const oldestFirst = { createdAt: 1, seq: 1 } as const;

const cardKey = ({ matter, say }: StoredRow): string | null =>
  say.card === undefined || matter === null ? null : `${matter.id} ${say.card}`;
const isEdit = ({ say }: StoredRow): boolean => say.card !== undefined && say.mode === 'edit';
const isFinal = ({ say }: StoredRow): boolean => say.card !== undefined && say.final === true;

const isHeld = ({ holdUntil }: StoredRow, { program }: Now): boolean => holdUntil !== null && holdUntil > program;
const isReady = (row: StoredRow, now: Now): boolean => row.notBefore <= now.machine && !isHeld(row, now);

/** The lowest version passed over, by matter or card: hosts' clocks may differ, versions don't. */
type Lowest = Map<string, number>;

const note = (lowest: Lowest, key: string, version: number): void => {
  lowest.set(key, Math.min(lowest.get(key) ?? version, version));
};
const precedes = (lowest: Lowest, key: string | null, version: number): boolean =>
  key !== null && (lowest.get(key) ?? Infinity) <= version;

/** Rows passed over on the way, and whom they keep waiting. */
class Earlier {
  readonly #matters: Lowest = new Map();
  readonly #heldMatters: Lowest = new Map();
  readonly #cards: Lowest = new Map();
  readonly #heldCards: Lowest = new Map();
  #question = false;

  constructor(private readonly now: Now) {}

  /**
   * A row waits for earlier rows of its own matter, a question also for earlier questions of this chat, an edit for the
   * first send of its card. What is held back for the morning, and what waits for that, keeps only other ordinary rows
   * waiting: an answer to somebody who just spoke, or an alarm, does not wait for it.
   */
  blocks(row: StoredRow): boolean {
    const matter = row.matter?.id ?? null;
    const version = row.matterVersion;
    if (isEdit(row) && precedes(this.#cards, cardKey(row), version)) return true;
    if (precedes(this.#matters, matter, version)) return true;
    if (row.say.urgency === 'ordinary' && precedes(this.#heldMatters, matter, version)) return true;
    return row.say.question === true && !row.critical && this.#question;
  }

  pass(row: StoredRow): void {
    const card = cardKey(row);
    const held = isHeld(row, this.now) || (isEdit(row) && precedes(this.#heldCards, card, row.matterVersion));
    if (card !== null && !isEdit(row)) note(this.#cards, card, row.matterVersion);
    if (card !== null && held) note(this.#heldCards, card, row.matterVersion);
    if (row.matter !== null) note(held ? this.#heldMatters : this.#matters, row.matter.id, row.matterVersion);
    if (row.say.question === true && !held) this.#question = true;
  }
}

/** A row of an earlier version goes first, whatever its date says. */
const isOvertaking = async ({ tables, scope }: Queue, row: StoredRow, now: Now): Promise<boolean> => {
  if (row.matter === null) return false;
  const earlier = tables.outbox.raw
    .find({
      ...{ communityId: scope.communityId, chat: row.chat, pending: true },
      ...{ 'matter.id': row.matter.id, matterVersion: { $lt: row.matterVersion } },
    })
    .sort({ matterVersion: 1, seq: 1 });
  const seen = new Earlier(now);
  for await (const document of earlier) seen.pass(OutboxDocument.parse(document));
  return seen.blocks(row);
};

/** A later edit of the same card says it all: the earlier one counts as sent. A final edit gives way to a final one only. */
const coalesce = async ({ tables, scope }: Queue, row: StoredRow, now: Now): Promise<boolean> => {
  if (!isEdit(row) || row.state !== 'ready' || row.matter === null) return false;
  const { communityId } = scope;
  const later = await tables.outbox.raw.findOne({
    ...{ communityId, chat: row.chat, pending: true, state: 'ready', notBefore: { $lte: now.machine } },
    ...{ 'matter.id': row.matter.id, 'say.card': row.say.card, 'say.mode': 'edit', _id: { $ne: row._id } },
    matterVersion: { $gte: row.matterVersion },
    $and: [
      { $or: [{ holdUntil: null }, { holdUntil: { $lte: now.program } }] },
      { $or: [{ createdAt: { $gt: row.createdAt } }, { createdAt: row.createdAt, seq: { $gt: row.seq } }] },
    ],
    ...(isFinal(row) && { 'say.final': true }),
  });
  if (later === null) return false;
  const done = await tables.outbox.raw.updateOne(
    { _id: row._id, communityId, state: 'ready' },
    { $set: { state: 'sent', pending: false, coalesced: true, sentAt: now.machine } },
  );
  return done.modifiedCount === 1;
};

/** One look over the rows that wait. `again` when a row was merged into a later one meanwhile. */
const look = async (queue: Queue, rows: mongo.FindCursor<StoredRow>, critical: boolean, now: Now) => {
  const earlier = new Earlier(now);
  let first: StoredRow | null = null;
  for await (const document of rows) {
    const row = OutboxDocument.parse(document);
    if (isReady(row, now) && !earlier.blocks(row) && (first === null || row.critical)) {
      if (!(await isOvertaking(queue, row, now))) {
        if (await coalesce(queue, row, now)) return 'again';
        if (row.critical || !critical) return row;
        first = row;
      }
    }
    earlier.pass(row);
  }
  return first;
};

/** Critical rows first, else the oldest that nothing keeps waiting. Rows found `sending` were interrupted. */
export const nextRow = async (queue: Queue, chat: ChatId, now: Now): Promise<StoredRow | null> => {
  const waiting = { communityId: queue.scope.communityId, chat, pending: true };
  const { raw } = queue.tables.outbox;
  const critical = (await raw.findOne({ ...waiting, critical: true }, { projection: { _id: 1 } })) !== null;
  for (;;) {
    const rows = raw.find(waiting).sort(oldestFirst).batchSize(50);
    const found = await look(queue, rows, critical, now);
    if (found !== 'again') return found;
  }
};
