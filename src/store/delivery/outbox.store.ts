import { z } from 'zod';
import type { Outbox, OutboxRow } from '../../usecases/ports';
import { insertRows } from './insert-rows';
import type { Tables } from '../models';
import { nextRow } from './next-row';
import { rowsTogether } from './rows-together';
import { rowOf, type StoredRow } from './outbox-draft';
import { sending } from './send-row';
import type { Scope } from '../scope';

type Needs = Pick<Tables, 'outbox' | 'fences'>;

const recallOf = ({ say }: OutboxRow): string | null => (say.card === undefined ? (say.recalls ?? null) : null);

/** Finding what was said: what an answer answers, where a card is. */
const finding = (
  tables: Needs,
  { communityId, key }: Scope,
): Pick<
  Outbox,
  | 'byId'
  | 'without'
  | 'within'
  | 'linesOf'
  | 'askedOf'
  | 'bySentAs'
  | 'card'
  | 'openQuestion'
  | 'closeQuestion'
  | 'shown'
  | 'recallsOf'
> => {
  const { raw } = tables.outbox;
  const row = (found: StoredRow | null) => (found === null ? null : rowOf(found));

  return {
    byId: async (id) => row(await raw.findOne({ _id: key(id), communityId })),

    without: async (photo) =>
      (await raw.find({ communityId, withoutPhotos: photo, 'withoutPhotos.0': { $exists: true } }).toArray()).map(
        rowOf,
      ),

    within: async (first) =>
      (await raw.find({ communityId, within: first }).sort({ createdAt: 1, seq: 1 }).toArray()).map(rowOf),

    linesOf: async (first) =>
      (await raw.find({ communityId, 'list.first': first }).sort({ createdAt: 1, seq: 1 }).toArray()).map(rowOf),

    askedOf: async (chat, now) => {
      const held = { communityId, chat, pending: true, 'say.together': 'call-backs' as const, holdUntil: { $gt: now } };
      const [last, next] = await Promise.all([
        raw.findOne({ communityId, chat, askedAt: { $type: 'date' } }, { sort: { askedAt: -1 } }),
        raw.findOne(held, { sort: { holdUntil: 1 } }),
      ]);
      return { lastAt: last?.askedAt ?? null, nextAt: next?.holdUntil ?? null };
    },

    bySentAs: async (chat, nativeMessageId) =>
      row(
        await raw.findOne(
          { communityId, chat, sentAs: nativeMessageId },
          // An edit bears the id of the card it edited: the card itself is what is answered.
          { sort: { createdAt: 1, seq: 1 } },
        ),
      ),

    card: async (matter, card, chat) => {
      const sends = { communityId, 'matter.id': matter, 'say.card': card, 'say.mode': 'send', chat };
      const sort = { createdAt: -1, seq: -1 } as const;
      return row((await raw.findOne({ ...sends, state: 'sent' }, { sort })) ?? (await raw.findOne(sends, { sort })));
    },

    openQuestion: async (chat) =>
      row(
        await raw.findOne(
          { communityId, chat, questionOpen: true, state: 'sent' },
          { sort: { sentAt: -1, createdAt: -1, seq: -1 } },
        ),
      ),

    closeQuestion: async (id, how) => {
      const asked = await raw.findOne({ _id: key(id), communityId });
      if (asked === null) return;
      // The same question asked again is answered with it.
      const same =
        how?.alone === true || asked.matter === null || asked.say.card !== undefined
          ? { _id: asked._id }
          : { chat: asked.chat, 'matter.id': asked.matter.id, 'say.wording': asked.say.wording, questionOpen: true };
      await raw.updateMany({ communityId, ...same }, { $set: { questionOpen: false } });
    },

    shown: async (matters) => {
      const of = { communityId, 'matter.id': { $in: [...matters] } };
      const [showing, recalls] = await Promise.all([
        raw
          .find({ ...of, 'say.recallable': true })
          .sort({ createdAt: 1, seq: 1 })
          .toArray(),
        raw.find({ ...of, 'say.recalls': { $type: 'string' } }).toArray(),
      ]);
      const recalled = new Set(recalls.map(rowOf).map(recallOf));
      return showing.map(rowOf).filter(({ id }) => !recalled.has(id));
    },

    recallsOf: async (matter) =>
      (await raw.find({ communityId, 'matter.id': matter, 'say.recalls': { $type: 'string' } }).toArray()).map(rowOf),
  };
};

/** More than any platform takes in a minute. */
const mostLookedAt = 5_000;

const Count = z.object({ total: z.int() });

/** What is still to be done, for the sweep, the board and `doctor`. */
const watching = (
  tables: Needs,
  { communityId }: Scope,
): Pick<
  Outbox,
  'oldestDue' | 'chatsDue' | 'nextHeld' | 'nextTry' | 'undelivered' | 'givenUp' | 'sentSince' | 'counts'
> => {
  const { raw } = tables.outbox;

  return {
    chatsDue: async ({ program, machine }, limit) => {
      const found = await raw
        .aggregate<{ _id: string }>([
          {
            $match: {
              communityId,
              pending: true,
              notBefore: { $lte: machine },
              $or: [{ holdUntil: null }, { holdUntil: { $lte: program } }],
            },
          },
          { $group: { _id: '$chat', critical: { $max: '$critical' }, oldest: { $min: '$createdAt' } } },
          { $sort: { critical: -1, oldest: 1, _id: 1 } },
          { $limit: limit },
        ])
        .toArray();
      return found.map(({ _id }) => _id);
    },

    nextHeld: async (after) => {
      const held = { communityId, pending: true, holdUntil: { $gt: after } };
      return (await raw.findOne(held, { sort: { holdUntil: 1 } }))?.holdUntil ?? null;
    },

    nextTry: async (chat, { program, machine }) => {
      const released = { $add: [machine, { $subtract: ['$holdUntil', program] }] };
      const found = await raw
        .aggregate<{ at: Date }>([
          { $match: { communityId, chat, pending: true } },
          { $project: { at: { $max: ['$notBefore', released] } } },
          { $match: { at: { $gt: machine } } },
          { $sort: { at: 1 } },
          { $limit: 1 },
        ])
        .toArray();
      return found[0]?.at ?? null;
    },

    undelivered: async (limit) => {
      const found = await raw
        .find({ communityId, pending: true })
        .sort({ createdAt: 1, seq: 1 })
        .limit(limit)
        .toArray();
      return found.map(rowOf);
    },

    givenUp: async (limit) => {
      const found = await raw.find({ communityId, state: 'given-up' }).sort({ createdAt: -1 }).limit(limit).toArray();
      return found.map(rowOf);
    },

    sentSince: async (since) => {
      const found = await raw
        .find({ communityId, sentAt: { $gte: since }, coalesced: false })
        .sort({ sentAt: -1 })
        .limit(mostLookedAt)
        .toArray();
      return found.map(rowOf).map(({ chat, sentAt, sentAs }) => ({
        ...{ chat, at: sentAt ?? since, messages: Math.max(1, sentAs.length) },
      }));
    },

    oldestDue: async ({ program, machine }) => {
      const found = await raw.findOne(
        {
          ...{ communityId, pending: true, notBefore: { $lte: machine } },
          $or: [{ holdUntil: null }, { holdUntil: { $lte: program } }],
        },
        { sort: { createdAt: 1 }, projection: { createdAt: 1 } },
      );
      return found?.createdAt ?? null;
    },

    counts: async () => {
      const [undelivered, givenUp, doubles] = await Promise.all([
        raw.countDocuments({ communityId, pending: true }),
        raw.countDocuments({ communityId, state: 'given-up' }),
        raw
          .aggregate([
            { $match: { communityId, doubles: { $gt: 0 } } },
            { $group: { _id: null, total: { $sum: '$doubles' } } },
          ])
          .toArray(),
      ]);
      return { undelivered, givenUp, doubles: doubles.reduce((sum, each) => sum + Count.parse(each).total, 0) };
    },
  };
};

export const createOutbox = (tables: Needs, scope: Scope): Outbox => ({
  ...sending(tables, scope),
  ...finding(tables, scope),
  ...watching(tables, scope),
  next: async (chat, now) => {
    const row = await nextRow({ tables, scope }, chat, now);
    return row === null ? null : rowOf(row);
  },
  together: (chat, kind, now) => rowsTogether(tables, scope, chat, kind, now),
  add: (drafts) => insertRows(tables, scope, drafts),
});
