import { readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import type { Tables } from '../models';
import { ErasureDocument, PrivacyLogDocument } from '../privacy/privacy-documents';
import { scopeOf } from '../scope';

/** Who was erased, by id, and when; an id says nothing to whoever has no database beside it. */
const Erased = z.array(z.object({ person: z.string(), at: z.string() }));

const nameOf = (community: string): string => `linli-${community}-erased.json`;

/** Lies beside the backups, and is newer than all but the last of them: an older one still holds who is in it. */
export const writeErasedList = async ({ privacyLog }: Tables, folder: string, community: string): Promise<void> => {
  const found = await privacyLog.raw.find({ communityId: community, kind: 'erasure' }).sort({ at: 1 }).toArray();
  const list = Erased.parse(
    found.map((each) => PrivacyLogDocument.parse(each)).filter(({ person }) => person !== null),
  );
  await writeFile(join(folder, nameOf(community)), JSON.stringify(list), { mode: 0o600 });
};

/** Whoever was erased after the backup was made is to be erased again, by the next sweep. Null: there is no list. */
export const eraseAgain = async ({ erasures, privacyLog }: Tables, file: string): Promise<number | null> => {
  const folder = dirname(file);
  const lists = (await readdir(folder)).flatMap(
    (name) => /^linli-(?<of>.+)-erased\.json$/u.exec(name)?.groups?.['of'] ?? [],
  );
  let count = 0;
  for (const communityId of lists) {
    const { key } = scopeOf(communityId);
    const list = Erased.parse(JSON.parse(await readFile(join(folder, nameOf(communityId)), 'utf8')));
    for (const { person, at } of list) {
      if ((await privacyLog.raw.findOne({ communityId, kind: 'erasure', person, at })) !== null) continue;
      const again = ErasureDocument.parse({ _id: key(person), communityId, person, askedAt: at, dueAt: at });
      await erasures.raw.replaceOne({ _id: again._id }, again, { upsert: true });
      count += 1;
    }
  }
  return lists.length === 0 ? null : count;
};
