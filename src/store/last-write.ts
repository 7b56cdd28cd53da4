import type { Connection } from 'mongoose';
import { z } from 'zod';
import type { Writes } from '../usecases/ports-of-pages';
import { askTogether } from './ask-together';

/** What every member of a replica set says of itself; a router of a sharded cluster says no such thing. */
const Hello = z.object({
  lastWrite: z.object({ majorityOpTime: z.object({ ts: z.unknown(), t: z.unknown() }) }).optional(),
});

/**
 * The place of the last write that is safe: all that anybody was told is done stands at it or before it, since writes are
 * acknowledged by the majority. The place of the last write alone would not do: of two at once the later may be seen first.
 */
export const createWrites = (connection: Connection): Writes => {
  const admin = connection.getClient().db('admin');
  return {
    last: askTogether(async () => {
      const { lastWrite } = Hello.parse(await admin.command({ hello: 1 }));
      return lastWrite ? `${String(lastWrite.majorityOpTime.t)} ${String(lastWrite.majorityOpTime.ts)}` : null;
    }),
  };
};
