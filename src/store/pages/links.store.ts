import { randomBytes } from 'node:crypto';
import type { LinkPurpose, Links, PrivateLink } from '../../usecases/ports-of-pages';
import type { Tables } from '../models';
import { LinkDocument } from './pages-documents';
import type { Scope } from '../scope';
import { hashOfSecret, isSecretOf, newSecret } from '../secret-token';

/** Kept so long after it opens nothing any more: the program's clock may be ahead of the machine's, or behind. */
const KEPT_MS = 7 * 24 * 60 * 60_000;

/** Compared with when there is no such link, so that its absence takes no less time. */
const nobody = hashOfSecret('');

const tokenShape = /^(?<id>[\w-]{16})\.(?<secret>[\w-]{43})$/u;

export const createLinks = (tables: Pick<Tables, 'links'>, { communityId, key }: Scope): Links => {
  const find = async (token: string, purpose: LinkPurpose, at: string) => {
    const parts = tokenShape.exec(token)?.groups;
    if (!parts) return null;
    const { id = '', secret = '' } = parts;
    const found = await tables.links.raw.findOne({ _id: key(id), communityId });
    const document = found === null ? null : LinkDocument.parse(found);
    const known = isSecretOf(secret, document?.hash ?? nobody);
    if (document === null || !known || document.purpose !== purpose || document.usedAt !== null) return null;
    if (document.until !== null && Date.parse(document.until) <= Date.parse(at)) return null;
    const { person, about, until, once } = document;
    const link: PrivateLink = { id, purpose, person, about, until, once };
    return link;
  };

  return {
    make: async (link) => {
      const id = randomBytes(12).toString('base64url');
      const secret = newSecret();
      const ends = link.until === null ? null : Math.max(Date.parse(link.until), Date.now());
      const document = LinkDocument.parse({
        ...link,
        _id: key(id),
        communityId,
        hash: hashOfSecret(secret),
        usedAt: null,
        expireAt: ends === null ? null : new Date(ends + KEPT_MS),
      });
      await tables.links.raw.insertOne(document);
      return { ...link, id, token: `${id}.${secret}` };
    },

    look: find,

    take: async (token, purpose, at) => {
      const link = await find(token, purpose, at);
      if (link === null || !link.once) return link;
      // The one whose write finds it unused has it.
      const filter = { _id: key(link.id), communityId, usedAt: null };
      const taken = await tables.links.raw.updateOne(filter, { $set: { usedAt: at } });
      return taken.modifiedCount === 1 ? link : null;
    },

    end: async (person, purpose) => {
      await tables.links.raw.deleteMany({ communityId, person, purpose });
    },
  };
};
