import { randomInt } from 'node:crypto';
import type { Computers } from '../../usecases/ports-of-pages';
import type { Tables } from '../models';
import { ComputerDocument } from './pages-documents';
import type { Scope } from '../scope';
import { hashOfSecret, newSecret } from '../secret-token';
import { isDuplicateKey } from '../transaction';

const DIGITS = 6;
const TRIES = 8;
const KEPT_MS = 24 * 60 * 60_000;

const newCode = (): string => String(randomInt(10 ** DIGITS)).padStart(DIGITS, '0');

export const createComputers = (tables: Pick<Tables, 'computers'>, { communityId, key }: Scope): Computers => {
  const isOver = (until: string, at: string): boolean => Date.parse(until) <= Date.parse(at);

  const showing = async (code: string, at: string): Promise<ComputerDocument | null> => {
    const found = await tables.computers.raw.findOne({ communityId, code });
    const computer = found === null ? null : ComputerDocument.parse(found);
    return computer === null || isOver(computer.until, at) ? null : computer;
  };

  return {
    wait: async (computer) => {
      const secret = newSecret();
      const waiting = { ...computer, _id: key(hashOfSecret(secret)), communityId, person: null };
      const expireAt = new Date(Math.max(Date.now(), Date.parse(computer.until)) + KEPT_MS);
      // A code that nobody said in time is shown again one day.
      await tables.computers.raw.updateMany({ communityId, until: { $lte: computer.since } }, { $set: { code: null } });
      for (let tries = 1; ; tries += 1) {
        const code = newCode();
        try {
          await tables.computers.raw.insertOne(ComputerDocument.parse({ ...waiting, code, expireAt }));
          return { code, secret };
        } catch (error) {
          if (!isDuplicateKey(error) || tries >= TRIES) throw error;
        }
      }
    },

    byCode: async (code, at) => {
      const found = await showing(code, at);
      return found && { device: found.device, since: found.since, until: found.until };
    },

    admit: async (code, person, at) => {
      const found = await showing(code, at);
      if (found === null) return false;
      const filter = { _id: found._id, person: null, code };
      return (await tables.computers.raw.updateOne(filter, { $set: { person, code: null } })).modifiedCount === 1;
    },

    admitted: async (secret, at) => {
      const _id = key(hashOfSecret(secret));
      const found = await tables.computers.raw.findOne({ _id, communityId });
      if (found === null || isOver(found.until, at)) return null;
      if (found.person === null) return 'waiting';
      // Told once: whoever removes it is told.
      const { deletedCount } = await tables.computers.raw.deleteOne({ _id });
      return deletedCount === 1 ? { person: found.person } : null;
    },
  };
};
