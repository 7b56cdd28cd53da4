import { readFileSync, writeFileSync } from 'node:fs';
import { parseDocument } from 'yaml';
import { numberTold } from '../support/news';
import { packFile } from '../support/story-app';
import { sandboxWorld } from '../support/story-sandbox';
import { countSeen, lastSeen } from '../support/story-world';

type World = Awaited<ReturnType<typeof sandboxWorld>>;

let world: World;
let file: string;

const changePack = (path: readonly (string | number)[], value: unknown): void => {
  const document = parseDocument(readFileSync(file, 'utf8'));
  document.setIn(path, value);
  writeFileSync(file, String(document));
};
const advanceTo = (to: string): Promise<unknown> => world.api.post('/clock', { to });

beforeAll(async () => {
  file = await packFile(new Map());
  // A Friday, 10:00.
  world = await sandboxWorld({ startsAt: '2026-11-20T10:00:00+08:00', env: { PACK: file } });
});
afterAll(() => world.stop());

test('another timetable moves what is open; the owner hears of it, and the old alarm does nothing', async () => {
  await world.writes('pan-bo', { text: '8号楼楼道灯不亮了' });
  const number = await numberTold(world, 'pan-bo');
  await world.writes('li-qiang', { text: `接 #${number}` });
  // 480 working minutes of eight hours a day: Monday 10:00; three quarters of them are over with Friday.
  expect((await world.ticket(number)).dueAt).toContain('2026-11-23T00:00');
  changePack(['calendar', 'hours'], [{ from: '08:00', to: '12:00' }]);
  await world.restart();
  // Half days: two hours on Friday, four on Monday, two on Tuesday; the reminder comes with Monday over.
  expect((await world.ticket(number)).dueAt).toContain('2026-11-24T00:00');
  await world.api.post('/settle');
  const told = lastSeen(await world.private('li-qiang'), /从.*前改为.*前办好/);
  expect(told.text).toContain('周一 10:00前改为周二 10:00前办好');
  await advanceTo('2026-11-23T12:00:00+08:00');
  expect(countSeen(await world.private('li-qiang'), new RegExp(`#${number}.*还有`))).toBe(0);
  await advanceTo('2026-11-24T08:01:00+08:00');
  expect((await world.ticket(number)).history.map(({ what }) => what)).toContain('notified');
});

test('the same pack again moves nothing, and says nothing twice', async () => {
  const before = await world.private('li-qiang');
  await world.restart();
  expect(await world.private('li-qiang')).toEqual(before);
});

test('another class of the category opens shorter clocks', async () => {
  await world.writes('cao-ying', { text: '5号楼垃圾堆在楼道没人清' });
  const number = await numberTold(world, 'cao-ying');
  const due = (await world.ticket(number)).dueAt ?? '';
  changePack(['categories', 2], { id: 'litter', class: '2h' });
  await world.restart();
  const after = await world.ticket(number);
  expect((after.dueAt ?? '') < due).toBe(true);
  expect(after.history.map(({ what }) => what)).toContain('class-changed');
});
