import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type { ApiKeys } from '../../usecases/ports-of-open-data';
import type { Tables } from '../models';
import { ApiKeyDocument } from './open-data-documents';
import type { Scope } from '../scope';

/** 256 random bits: a fast digest is enough, nobody can try them. */
const newKey = (): string => `linli_${randomBytes(32).toString('base64url')}`;

const digestOf = (key: string): string => createHash('sha256').update(key).digest('base64url');

const apiKeyOf = (document: unknown) => {
  const { id, name, mediaHosts, madeAt, revokedAt } = ApiKeyDocument.parse(document);
  return { id, name, mediaHosts, madeAt, revokedAt };
};

export const createApiKeys = (tables: Pick<Tables, 'apiKeys'>, { communityId, key }: Scope): ApiKeys => ({
  make: async ({ name, mediaHosts }) => {
    if (await tables.apiKeys.raw.findOne({ communityId, name, revokedAt: null })) return null;
    const secret = newKey();
    await tables.apiKeys.raw.insertOne(
      ApiKeyDocument.parse({
        _id: key(digestOf(secret)),
        communityId,
        id: randomUUID().slice(0, 8),
        name,
        mediaHosts,
        madeAt: new Date(),
        revokedAt: null,
      }),
    );
    return secret;
  },

  find: async (given) => {
    const found = await tables.apiKeys.raw.findOne({ _id: key(digestOf(given)), communityId, revokedAt: null });
    return found === null ? null : apiKeyOf(found);
  },

  list: async () => (await tables.apiKeys.raw.find({ communityId }).sort({ madeAt: 1 }).toArray()).map(apiKeyOf),

  revoke: async (name) => {
    const done = await tables.apiKeys.raw.updateOne(
      { communityId, name, revokedAt: null },
      { $set: { revokedAt: new Date() } },
    );
    return done.modifiedCount === 1;
  },
});
