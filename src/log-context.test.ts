import { setTimeout as sleep } from 'node:timers/promises';
import { inLogContext, logContext } from './log-context';

test('two messages at once each keep their own name, however deep it is asked for', async () => {
  const work = async (wait: number) => {
    await sleep(wait);
    return inLogContext({ matter: `m${wait}` }, async () => {
      await sleep(1);
      return logContext();
    });
  };
  const seen = await Promise.all([
    inLogContext({ message: 'a' }, () => work(5)),
    inLogContext({ message: 'b' }, () => work(2)),
  ]);
  expect(seen).toEqual([
    { message: 'a', matter: 'm5' },
    { message: 'b', matter: 'm2' },
  ]);
  expect(logContext()).toEqual({});
});
