import { randomInt, scrypt } from 'node:crypto';
import { promisify } from 'node:util';
import type { InviteCode, Invites } from '../../usecases/ports';
import { InviteDocument } from '../documents';
import type { Tables } from '../models';
import type { Scope } from '../scope';
import { isDuplicateKey } from '../transaction';

const derive = promisify<string, string, number, Buffer>(scrypt);
const DIGITS = 8;
const TRIES = 5;

/** "1234-5678": typed with or without the dash, in full-width digits too. */
const newCode = (): string => {
  const digits = String(randomInt(10 ** DIGITS)).padStart(DIGITS, '0');
  return `${digits.slice(0, 4)}-${digits.slice(4)}`;
};

const digitsOf = (code: string): string => code.normalize('NFKC').replaceAll(/[^0-9]/g, '');

/** Only a slow hash is stored: who reads the database cannot try all codes in useful time. */
const hashOf = async (code: string, communityId: string): Promise<string> =>
  (await derive(digitsOf(code), `invite ${communityId}`, 32)).toString('base64url');

/** Nobody has it, or this very message took it before. */
const freeFor = (by: string | undefined) =>
  by === undefined ? { usedAt: null } : { $or: [{ usedAt: null }, { usedBy: by }] };

export const createInvites = (tables: Pick<Tables, 'invites'>, { communityId, key }: Scope): Invites => {
  const keyOf = async (code: string) => key(await hashOf(code, communityId));

  const usable = (document: unknown, code: string, at: string): InviteCode | null => {
    if (document === null) return null;
    const { role, area, purpose, person, until } = InviteDocument.parse(document);
    return Date.parse(until) > Date.parse(at)
      ? { code, role, area, purpose, ...(person === null ? {} : { person }), until }
      : null;
  };

  return {
    make: async (invite) => {
      for (let tries = 1; ; tries += 1) {
        const code = newCode();
        const document = InviteDocument.parse({ ...invite, _id: await keyOf(code), communityId, usedAt: null });
        try {
          await tables.invites.raw.insertOne(document);
          return { ...invite, code };
        } catch (error) {
          if (!isDuplicateKey(error) || tries >= TRIES) throw error;
        }
      }
    },

    look: async (code, at, by) => {
      const filter = { _id: await keyOf(code), communityId, ...freeFor(by) };
      return usable(await tables.invites.model.findOne(filter).lean(), code, at);
    },

    take: async (code, at, by) => {
      const filter = { _id: await keyOf(code), communityId, ...freeFor(by) };
      const found = usable(await tables.invites.model.findOne(filter).lean(), code, at);
      if (found === null) return null;
      // The one whose write finds it unused has it.
      const taken = await tables.invites.raw.updateOne(filter, { $set: { usedAt: at, usedBy: by ?? null } });
      return taken.matchedCount === 1 ? found : null;
    },
  };
};
