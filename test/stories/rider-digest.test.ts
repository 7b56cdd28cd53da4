import { numberTold } from '../support/news';
import { sandboxWorld } from '../support/story-sandbox';
import { countSeen, lastSeen } from '../support/story-world';

type World = Awaited<ReturnType<typeof sandboxWorld>>;

const rider = 'zhao-fei';
const whole = /您说的“.*”，.*讲已经办好了/;
const list = /您报的这\d件事/;

let world: World;
const advanceTo = (to: string): Promise<unknown> => world.api.post('/clock', { to });
const mine = () => world.private(rider);

const places = [
  '5号楼门口垃圾堆成山没人清',
  '6号楼门口又停满了，电动车出不去',
  '7号楼楼道灯不亮了',
  '8号楼路面坏了个大坑',
];

/** Reported by the rider and done, in working time and out of the meal peaks. */
const doneAt = async (index: number): Promise<void> => {
  await world.posts(rider, 'riders', { text: `报 ${places[index] ?? ''}` });
  await world.writes('he-ping', { text: `办结 #${101 + index} 已处理`, photo: 'clean' });
};

beforeAll(async () => {
  world = await sandboxWorld({ startsAt: '2026-11-23T08:30:00+08:00' });
});
afterAll(() => world.stop());

test('the first of the day is asked about at once, what is done later that day waits for the next', async () => {
  await doneAt(0);
  expect(countSeen(await mine(), whole)).toBe(1);
  await world.presses(rider, 'private', lastSeen(await mine(), whole), '解决了，满意');
  expect(lastSeen(await mine(), whole).choices).toEqual([]);
  for (const index of [1, 2, 3]) await doneAt(index);
  await advanceTo('2026-11-23T21:00:00+08:00');
  expect(countSeen(await mine(), whole)).toBe(1);
  expect(countSeen(await mine(), list)).toBe(0);
});

test('it comes after the lunch peak of the next day, also after a restart, in one message', async () => {
  await world.restart();
  await advanceTo('2026-11-24T13:29:00+08:00');
  expect(countSeen(await mine(), list)).toBe(0);
  await advanceTo('2026-11-24T13:35:00+08:00');
  const asked = lastSeen(await mine(), list);
  expect(countSeen(await mine(), list)).toBe(1);
  expect(countSeen(await mine(), whole)).toBe(1);
  expect(asked.text).toContain('您报的这3件事');
  for (const number of [102, 103, 104]) expect(asked.text).toContain(`#${number} `);
  expect(asked.choices).toEqual(['都解决了，满意', '一件一件说']);
  expect(await world.api.get('/outbox')).toMatchObject({ rows: [], doubles: 0 });
});

test('one that is not solved is named by its number, and a reply that names none changes nothing', async () => {
  const asked = lastSeen(await mine(), list);
  await world.writes(rider, { text: '还没好', replyTo: asked });
  for (const number of [102, 103, 104]) expect(await world.ticket(number)).toMatchObject({ reopenings: 0 });
  await world.writes(rider, { text: '还没好 #102' });
  expect(await world.ticket(102)).toMatchObject({ state: 'claimed', reopenings: 1 });
});

test('“all solved” closes the others, each for itself, thanks once, and leaves what was opened again', async () => {
  await world.writes(rider, { text: '1' });
  expect(await world.ticket(102)).toMatchObject({ state: 'claimed', reopenings: 1 });
  for (const number of [103, 104])
    expect(await world.ticket(number)).toMatchObject({ state: 'archived', solved: true, satisfied: true });
  expect(lastSeen(await mine(), /都办结了/).text).toContain('#103、#104');
  expect(lastSeen(await mine(), list).choices).toEqual([]);
  expect((await world.books()).accounts).toContainEqual(expect.objectContaining({ owner: rider, balance: 30 }));
});

test('a second “1” finds nothing that is asked', async () => {
  await world.writes(rider, { text: '1' });
  expect(await world.ticket(102)).toMatchObject({ state: 'claimed', reopenings: 1 });
  expect((await world.books()).accounts).toContainEqual(expect.objectContaining({ owner: rider, balance: 30 }));
});

test('what was opened again is asked about as soon as it is done', async () => {
  await world.writes('he-ping', { text: '办结 #102 又清了一遍', photo: 'clean' });
  await advanceTo('2026-11-24T14:00:00+08:00');
  await world.presses(rider, 'private', lastSeen(await mine(), whole), '解决了，但不满意');
  expect(await world.ticket(102)).toMatchObject({ state: 'archived', solved: true, satisfied: false });
});

test('one by one: each is asked with its own four answers', async () => {
  const other = 'qian-jin';
  const numbers: number[] = [];
  for (const place of places.slice(0, 3)) {
    await world.writes(other, { text: `报 ${place.replace(/^\d/, '4')}` });
    numbers.push(await numberTold(world, other));
    await world.writes('zheng-hai', { text: `办结 #${numbers.at(-1) ?? 0} 已处理`, photo: 'clean' });
  }
  // Asked about the first at once, about the other two on the next day.
  await world.presses(other, 'private', lastSeen(await world.private(other), whole), '解决了，满意');
  await advanceTo('2026-11-25T13:35:00+08:00');
  const asked = lastSeen(await world.private(other), list);
  // Nobody else may answer it.
  await expect(world.presses(rider, 'private', asked, '一件一件说')).rejects.toThrow();
  await world.presses(other, 'private', asked, '一件一件说');
  const each = (await world.private(other)).filter(({ text, choices }) => whole.test(text) && choices.length === 4);
  expect(each.map(({ number }) => number)).toEqual(numbers.slice(1));
  await world.presses(other, 'private', each[1] ?? asked, '没解决');
  expect(await world.ticket(numbers[2] ?? 0)).toMatchObject({ state: 'claimed', reopenings: 1 });
  await world.writes(other, { text: '2' });
  expect(await world.ticket(numbers[1] ?? 0)).toMatchObject({ state: 'archived', satisfied: false });
});
