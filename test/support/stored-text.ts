import type { mongo } from 'mongoose';

/** Everything that the program stores, as text: whoever was erased must not be found in it. */
export const storedText = async (db: mongo.Db): Promise<string> => {
  const names = (await db.collections()).map(({ collectionName }) => collectionName);
  const kept = names.filter((name) => !name.startsWith('sandbox_') && name !== 'communities');
  return JSON.stringify(await Promise.all(kept.map((name) => db.collection(name).find().toArray())));
};
