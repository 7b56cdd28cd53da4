import type { Outbox } from '../../usecases/ports';
import { FenceDocument } from './outbox-document';
import { rowOf } from './outbox-draft';
import type { Tables } from '../models';
import type { Scope } from '../scope';

type Needs = Pick<Tables, 'outbox' | 'fences'>;

const pendingStates = ['ready', 'sending'] as const;

/** Sending: how a row moves. */
export const sending = (
  tables: Needs,
  { communityId, key }: Scope,
): Pick<
  Outbox,
  | 'begin'
  | 'sent'
  | 'hold'
  | 'postpone'
  | 'interrupted'
  | 'giveUp'
  | 'unreachable'
  | 'unheardBy'
  | 'revive'
  | 'again'
  | 'goesWithout'
> => {
  const { raw } = tables.outbox;

  /** A chat's highest fencing number; false when a later drain than this has shown itself. */
  const isNewest = async (chat: string, fence: number): Promise<boolean> => {
    const highest = await tables.fences.raw.findOneAndUpdate(
      { _id: key(chat) },
      { $max: { fence }, $setOnInsert: { communityId } },
      { upsert: true, returnDocument: 'after' },
    );
    return FenceDocument.parse(highest).fence === fence;
  };

  /** Given up, and now to be sent after all. */
  const ready = [
    {
      $set: {
        state: 'ready',
        pending: true,
        unreachable: false,
        notBefore: new Date(0),
        questionOpen: { $eq: ['$say.question', true] },
      },
    },
  ];

  return {
    begin: async (id, fence) => {
      const row = await raw.findOne({ _id: key(id), communityId, pending: true }, { projection: { chat: 1 } });
      if (row === null || !(await isNewest(row.chat, fence))) return false;
      const interrupted = { $eq: ['$state', 'sending'] };
      const begun = await raw.updateOne(
        // The same drain never finds its own row in sending; a later one finds what an earlier one left.
        {
          _id: key(id),
          communityId,
          $or: [
            { state: 'ready', fence: { $lte: fence } },
            { state: 'sending', fence: { $lt: fence } },
          ],
        },
        [
          {
            $set: {
              doubles: { $add: ['$doubles', { $cond: [interrupted, 1, 0] }] },
              attempts: { $add: ['$attempts', 1] },
              state: 'sending',
              fence,
            },
          },
        ],
      );
      return begun.modifiedCount === 1;
    },

    sent: async (id, as, { asked, list } = {}) => {
      // An interrupted send may be known by two ids of the platform: both lead here.
      await raw.updateOne(
        { _id: key(id), communityId },
        {
          $set: {
            ...{ state: 'sent', pending: false, lastError: null },
            ...(asked && { askedAt: asked.at, within: asked.within }),
            ...(list && { list: { first: list.first, as: [...list.as] } }),
          },
          $currentDate: { sentAt: true },
          $addToSet: { sentAs: { $each: [...as] } },
        },
      );
    },

    hold: async (id, until) => {
      await raw.updateOne({ _id: key(id), communityId, state: 'ready' }, { $set: { holdUntil: until } });
    },

    postpone: async (id, notBefore, why) => {
      await raw.updateOne(
        { _id: key(id), communityId, state: { $in: [...pendingStates] } },
        { $set: { state: 'ready', notBefore, lastError: why } },
      );
    },

    interrupted: async (id, notBefore, why) => {
      await raw.updateOne(
        { _id: key(id), communityId, state: 'sending' },
        // Given back by its drain, so that the same drain may take it up again.
        { $set: { notBefore, lastError: why, fence: 0 } },
      );
    },

    goesWithout: async (id, photos) => {
      await raw.updateOne({ _id: key(id), communityId }, { $addToSet: { withoutPhotos: { $each: [...photos] } } });
    },

    unreachable: async (id, why) => {
      await raw.updateOne(
        { _id: key(id), communityId, state: { $in: [...pendingStates] } },
        { $set: { state: 'given-up', pending: false, questionOpen: false, unreachable: true, lastError: why } },
      );
    },

    unheardBy: async (person) =>
      (
        await raw.find({ communityId, person, state: 'given-up', unreachable: true }).sort({ createdAt: 1 }).toArray()
      ).map(rowOf),

    revive: async (chat, since) => {
      const waiting = { communityId, chat, state: 'given-up' as const, unreachable: true, createdAt: { $gte: since } };
      return (await raw.updateMany(waiting, ready)).modifiedCount;
    },

    again: async (id) => {
      const given = { _id: key(id), communityId, state: 'given-up' as const };
      const found = await raw.findOneAndUpdate(given, ready, { returnDocument: 'after' });
      return found === null ? null : { chat: found.chat, say: found.say };
    },

    giveUp: async (id, why) => {
      await raw.updateOne(
        { _id: key(id), communityId, state: { $in: [...pendingStates] } },
        { $set: { state: 'given-up', pending: false, questionOpen: false, lastError: why } },
      );
    },
  };
};
