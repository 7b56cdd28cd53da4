import sharp from 'sharp';
import { aScene } from '../support/a-scene';
import { numberTold, toldTo } from '../support/news';
import { sandboxWorld } from '../support/story-sandbox';
import { countSeen, lastSeen } from '../support/story-world';

type World = Awaited<ReturnType<typeof sandboxWorld>>;

let world: World;
beforeAll(async () => {
  world = await sandboxWorld();
});
afterAll(() => world.stop());

const post = async (chat: string, from: string, text: string, photo?: Buffer): Promise<void> => {
  await world.api.post(`/chats/${chat}/messages`, {
    from,
    ...(text === '' ? {} : { text }),
    ...(photo ? { photo: photo.toString('base64') } : {}),
  });
  await world.api.post('/settle');
};

/** A report with a photo, closed with another: its number. */
const closed = async (what: string, before: Buffer, after: Buffer): Promise<number> => {
  await post('private-chen-yun', 'chen-yun', what, before);
  const number = await numberTold(world, 'chen-yun');
  await world.writes('wang-fang', { text: `接 #${number}` });
  await post('private-wang-fang', 'wang-fang', `办结 #${number} 清走了`, after);
  return number;
};

const steps = async (number: number): Promise<readonly string[]> =>
  (await world.ticket(number)).history.map(({ what }) => what);

const doubt = /看不出办好了/;

test('another picture of the finished work passes, and the handler hears nothing', async () => {
  const number = await closed('6号楼门口垃圾堆成山', await aScene(51), await aScene(52));
  expect(await steps(number)).toContain('photo-checked');
  expect(countSeen(await world.private('wang-fang'), doubt)).toBe(0);
});

test('the photo of the report sent again: closed all the same, and the handler is asked; another photo passes', async () => {
  const before = await aScene(53);
  const again = await sharp(before).resize(900).jpeg({ quality: 70 }).toBuffer();
  const number = await closed('5号楼下水道堵了，污水冒出来', before, again);
  const asked = lastSeen(await world.private('wang-fang'), doubt);
  expect([asked.number, asked.choices]).toEqual([number, ['再发一张', '说原因']]);
  expect(asked.text).toContain('同一张');
  expect((await world.ticket(number)).state).toBe('resolved');
  expect(countSeen(await world.private('chen-yun'), /下水道[^]*解决了，满意回 1/)).toBe(1);
  await world.writes('wang-fang', { text: '1' });
  await post('private-wang-fang', 'wang-fang', '', await aScene(54));
  expect((await steps(number)).slice(-2)).toEqual(['proved', 'photo-checked']);
  expect(countSeen(await world.private('wang-fang'), doubt)).toBe(1);
  expect(lastSeen(await world.private('wang-fang'), /照片收到了/).number).toBe(number);
});

test('no better photo: the reason stands in the history, for whoever looks it over', async () => {
  const before = await aScene(55);
  const number = await closed('7号楼楼道灯不亮了', before, before);
  const told = await toldTo(world, 'wang-fang', () => world.writes('wang-fang', { text: '说原因' }));
  expect(told.map(({ text }) => text).join()).toContain('请写一句原因');
  await world.writes('wang-fang', { text: '天黑了，拍不清楚' });
  expect((await steps(number)).at(-1)).toBe('photo-explained');
  const history = await toldTo(world, 'xu-ning', () => world.writes('xu-ning', { text: `查 #${number}` }));
  expect(history[0]?.text).toContain('说了没有照片的原因：“天黑了，拍不清楚”');
  await world.writes('chen-yun', { text: `好了 #${number}` });
  expect(await world.ticket(number)).toMatchObject({ state: 'archived', solved: true });
});

test('a photo that the camera took before the report is no proof', async () => {
  const old = await sharp(await aScene(57))
    .withExif({ IFD2: { DateTimeOriginal: '2026:11:19 08:00:00' } })
    .jpeg()
    .toBuffer();
  const number = await closed('8号楼树枝断了挡路', await aScene(56), old);
  expect(lastSeen(await world.private('wang-fang'), doubt)).toMatchObject({ number });
  expect(lastSeen(await world.private('wang-fang'), doubt).text).toContain('报之前拍的');
});
