import { remember } from './remembered';

const opened = () => {
  const loads: string[] = [];
  const memory = remember<string, string | null>({
    ...{ ttlMs: 60_000, max: 3, name: (id: string) => id },
    load: (id) => {
      loads.push(id);
      return Promise.resolve(id.toUpperCase());
    },
  });
  const loadMany = (ids: readonly string[]) => {
    loads.push(ids.join('+'));
    return Promise.resolve(new Map(ids.filter((id) => id !== 'nobody').map((id) => [id, id.toUpperCase()])));
  };
  return { memory, loads, loadMany };
};

test('many are asked for at once: those that are known are not loaded again', async () => {
  const { memory, loads, loadMany } = opened();
  await memory.get('a');
  expect(await memory.getMany(['a', 'b', 'c'], loadMany)).toEqual(
    new Map([
      ['a', 'A'],
      ['b', 'B'],
      ['c', 'C'],
    ]),
  );
  await memory.getMany(['b', 'c'], loadMany);
  await memory.get('b');
  expect(loads).toEqual(['a', 'b+c']);
});

test('what is not there is not remembered as missing', async () => {
  const { memory, loads, loadMany } = opened();
  expect(await memory.getMany(['nobody'], loadMany)).toEqual(new Map());
  await memory.getMany(['nobody'], loadMany);
  expect(loads).toEqual(['nobody', 'nobody']);
});

test('what was forgotten while it loaded is not kept', async () => {
  const { memory, loads, loadMany } = opened();
  await memory.getMany(['a'], async (ids) => {
    memory.forgetAll();
    return loadMany(ids);
  });
  await memory.getMany(['a'], loadMany);
  expect(loads).toEqual(['a', 'a']);
});

test('it remembers no more than it may', async () => {
  const { memory, loads, loadMany } = opened();
  await memory.getMany(['a', 'b', 'c', 'd'], loadMany);
  await memory.getMany(['d', 'a'], loadMany);
  expect(loads).toEqual(['a+b+c+d', 'a']);
});
