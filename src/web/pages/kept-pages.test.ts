import { setImmediate as turn } from 'node:timers/promises';
import { keepPages } from './kept-pages';

const drawing = () => {
  let drawn = 0;
  const draw = (bytes: number | null = 1) => {
    drawn += 1;
    return Promise.resolve({ page: `page ${drawn}`, bytes });
  };
  return { draw, count: () => drawn };
};

test('a page is drawn once while what it hangs on is the same, and again when any of it is not', async () => {
  const [kept, { draw }] = [keepPages<string>(), drawing()];
  const person = { id: 'wang' };
  const ask = (written: string, who: object) => kept('list', [written, who], () => draw());
  expect(await Promise.all([ask('1', person), ask('1', person)])).toEqual(['page 1', 'page 1']);
  expect(await ask('1', person)).toBe('page 1');
  expect(await ask('2', person)).toBe('page 2');
  expect(await ask('2', { ...person })).toBe('page 3');
});

test('what is not to be kept, and what failed, is drawn again', async () => {
  const [kept, { draw }] = [keepPages<string>(), drawing()];
  expect(await kept('gone', ['1'], () => draw(null))).toBe('page 1');
  expect(await kept('gone', ['1'], () => draw(null))).toBe('page 2');
  await expect(kept('broken', ['1'], () => Promise.reject(new Error('away')))).rejects.toThrow('away');
  await turn();
  expect(await kept('broken', ['1'], () => draw())).toBe('page 3');
});

test('of too many pages the one goes that nobody asked for longest', async () => {
  const [kept, { draw, count }] = [keepPages<string>(100), drawing()];
  const ask = (name: string) => kept(name, [], () => draw(40));
  for (const name of ['a', 'b', 'a', 'c']) await ask(name);
  expect(count()).toBe(3);
  await Promise.all([ask('a'), ask('c')]);
  expect(count()).toBe(3);
  await ask('b');
  expect(count()).toBe(4);
});

test('a page that is to be kept for so long only is drawn again afterwards', async () => {
  const [kept, { draw }] = [keepPages<string>(), drawing()];
  const ask = (keptMs?: number) => kept('list', [], async () => ({ ...(await draw()), keptMs }));
  await ask(0);
  expect(await ask()).toBe('page 2');
  expect(await ask()).toBe('page 2');
});
