import type { Numbers } from '../../usecases/ports';
import { CounterDocument } from '../house-documents';
import type { Tables } from '../models';
import type { Scope } from '../scope';

export const FIRST_NUMBER = 101;
export const BLOCK = 50;

/** One write for fifty numbers, outside any transaction: a counter written by each would make them wait for each other. */
export const createNumbers = (tables: Pick<Tables, 'counters'>, { communityId, key }: Scope): Numbers => {
  let next = 0;
  let end = 0;
  let drawing: Promise<void> | null = null;

  const draw = async (): Promise<void> => {
    const counter = await tables.counters.raw.findOneAndUpdate(
      { _id: key('numbers') },
      { $inc: { value: 1 }, $setOnInsert: { communityId } },
      { upsert: true, returnDocument: 'after' },
    );
    next = FIRST_NUMBER + (CounterDocument.parse(counter).value - 1) * BLOCK;
    end = next + BLOCK;
  };

  return {
    next: async () => {
      while (next >= end) {
        drawing ??= draw().finally(() => {
          drawing = null;
        });
        await drawing;
      }
      next += 1;
      return next - 1;
    },
  };
};
