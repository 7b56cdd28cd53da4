import { access, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import type { Tables } from '../models';
import { ErasureDocument, PrivacyLogDocument } from '../privacy/privacy-documents';
import { scopeOf } from '../scope';

/** Not here, not ours, or not to be written to: what to do about it is the next backup's. */
const isOutOfReach = (error: unknown): boolean =>
  typeof error === 'object' &&
  error !== null &&
  'code' in error &&
  ['ENOENT', 'EACCES', 'EPERM', 'EROFS', 'ENOSPC', 'ENOTDIR'].includes(String(error.code));

/** Who was erased, by id, and when; an id says nothing to whoever has no database beside it. */
const Erased = z.array(z.object({ person: z.string(), at: z.string() }));

const nameOf = (community: string): string => `linli-${community}-erased.json`;

const listIn = async (file: string): Promise<z.infer<typeof Erased>> => {
  try {
    return Erased.parse(JSON.parse(await readFile(file, 'utf8')));
  } catch {
    return [];
  }
};

/**
 * Lies beside the backups: each of them still holds whoever was erased after it. Nobody is taken off it, for a database
 * that was put back, or a copy of it, knows of fewer.
 */
export const writeErasedList = async (
  { privacyLog }: Pick<Tables, 'privacyLog'>,
  folder: string,
  community: string,
): Promise<void> => {
  const file = join(folder, nameOf(community));
  const found = await privacyLog.raw.find({ communityId: community, kind: 'erasure' }).toArray();
  const known = Erased.parse(
    found.map((each) => PrivacyLogDocument.parse(each)).filter(({ person }) => person !== null),
  );
  const all = new Map([...(await listIn(file)), ...known].map((each) => [`${each.at} ${each.person}`, each]));
  const list = [...all].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, each]) => each);
  await writeFile(`${file}.part`, JSON.stringify(list), { mode: 0o600 });
  await rename(`${file}.part`, file);
};

/**
 * As soon as somebody is erased, wherever backups of this community were put. A folder that is not to be reached from
 * here is brought up to date by the next backup put there.
 */
export const keepErasedLists = async (
  tables: Pick<Tables, 'backups' | 'privacyLog'>,
  communityId: string,
): Promise<void> => {
  const folders = await tables.backups.raw.distinct('folders', { communityId });
  for (const folder of folders) {
    try {
      await access(folder);
      await writeErasedList(tables, folder, communityId);
    } catch (error) {
      if (!isOutOfReach(error)) throw error;
    }
  }
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
      if ((await privacyLog.raw.findOne({ communityId, kind: 'erasure', person, at: { $gte: at } })) !== null) continue;
      const again = ErasureDocument.parse({ _id: key(person), communityId, person, askedAt: at, dueAt: at });
      await erasures.raw.replaceOne({ _id: again._id }, again, { upsert: true });
      count += 1;
    }
  }
  return lists.length === 0 ? null : count;
};
