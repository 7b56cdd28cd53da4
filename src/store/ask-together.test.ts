import { setImmediate as turn } from 'node:timers/promises';
import { askTogether } from './ask-together';

/** A question whose answers are given by hand. */
const byHand = () => {
  const waiting: { answer: (value: number) => void; fail: (error: Error) => void }[] = [];
  const ask = askTogether(
    () => new Promise<number>((answer, fail) => void waiting.push({ answer, fail: (error) => fail(error) })),
  );
  return { waiting, ask };
};

test('those who come while it is asked share the next answer, and are not given this one', async () => {
  const { waiting, ask } = byHand();
  const first = ask();
  const [second, third] = [ask(), ask()];
  expect(waiting).toHaveLength(1);
  waiting[0]?.answer(1);
  expect(await first).toBe(1);
  await turn();
  expect(waiting).toHaveLength(2);
  const fourth = ask();
  waiting[1]?.answer(2);
  expect([await second, await third]).toEqual([2, 2]);
  await turn();
  waiting[2]?.answer(3);
  expect(await fourth).toBe(3);
});

test('an answer that failed fails for those who asked for it, and is asked again for the next', async () => {
  const { waiting, ask } = byHand();
  const [first, second] = [ask(), ask()];
  waiting[0]?.fail(new Error('away'));
  await expect(first).rejects.toThrow('away');
  await turn();
  waiting[1]?.answer(2);
  expect(await second).toBe(2);
  await turn();
  const third = ask();
  waiting[2]?.answer(3);
  expect(await third).toBe(3);
});
