import type { Tables } from '../models';
import type { Migration } from '../migrate.store';
import { termsOf } from './word-terms';

const AT_ONCE = 500;

/** Words that were stored before lists searched them get what they are found by; sealed ones are left alone. */
export const findOldWords = ({ words }: Pick<Tables, 'words'>): Migration => ({
  id: 'words-are-found',
  run: async () => {
    const old = words.raw
      .find({ terms: { $exists: false }, sealed: { $ne: true } })
      .project<{ _id: string; text: string }>({ text: 1 });
    let batch: { _id: string; text: string }[] = [];
    const write = async (): Promise<void> => {
      if (batch.length === 0) return;
      await words.raw.bulkWrite(
        batch.map(({ _id, text }) => ({ updateOne: { filter: { _id }, update: { $set: { terms: termsOf(text) } } } })),
        { ordered: false },
      );
      batch = [];
    };
    for await (const each of old) {
      batch.push(each);
      if (batch.length >= AT_ONCE) await write();
    }
    await write();
  },
});
