import { createHash } from 'node:crypto';
import type { PackVersions } from '../../usecases/ports-of-setup';
import type { Tables } from '../models';
import { PackVersionDocument } from './pack-version-document';
import type { Scope } from '../scope';
import { isDuplicateKey } from '../transaction';

const fingerprintOf = (text: string): string => createHash('sha256').update(text).digest('hex');

const versionOf = (found: unknown) => {
  const { number, at, by, parts, restores, text, fingerprint } = PackVersionDocument.parse(found);
  return { number, at, by, parts, restores, text, fingerprint: fingerprint ?? fingerprintOf(text) };
};

/** Never changed and never deleted; the number is part of the key, so that of two who are at once one is first. */
export const createPackVersions = (
  { packVersions }: Pick<Tables, 'packVersions'>,
  { communityId, key }: Scope,
): PackVersions => {
  const newest = async (filter: { readonly by?: null }) => {
    const [found] = await packVersions.raw
      .find({ communityId, ...filter })
      .sort({ number: -1 })
      .limit(1)
      .toArray();
    return found === undefined ? null : versionOf(found);
  };
  return {
    latest: () => newest({}),
    latestOfFile: () => newest({ by: null }),
    byNumber: async (number) => {
      const found = await packVersions.raw.findOne({ communityId, number });
      return found === null ? null : versionOf(found);
    },
    list: async (limit) => {
      const found = await packVersions.raw.find({ communityId }).sort({ number: -1 }).limit(limit).toArray();
      return found.map((each) => {
        const { text: _text, fingerprint: _fingerprint, ...version } = versionOf(each);
        return version;
      });
    },
    isOf: (text, { fingerprint }) => fingerprintOf(text) === fingerprint,
    add: async (version) => {
      const document = {
        ...version,
        fingerprint: fingerprintOf(version.text),
        parts: [...version.parts],
        _id: key(`version-${version.number}`),
        communityId,
      };
      try {
        await packVersions.raw.insertOne(PackVersionDocument.parse(document));
        return true;
      } catch (error) {
        if (isDuplicateKey(error)) return false;
        throw error;
      }
    },
  };
};
