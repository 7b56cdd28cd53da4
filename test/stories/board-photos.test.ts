import { aScene } from '../support/a-scene';
import { bomb } from '../support/bad-photo';
import { boardBrowser } from '../support/board-browser';
import { boardWorld, formOf, type BoardWorld } from '../support/board-world';
import { numberTold } from '../support/news';
import { samplePhoto } from '../support/sample-photo';
import { countSeen, lastSeen } from '../support/story-world';

let world: BoardWorld;
beforeAll(async () => {
  world = await boardWorld();
});
afterAll(() => world.stop());

/** A ticket in 6号楼 that 王芳 has taken: its number. */
const taken = async (what: string, before: Buffer | null = null): Promise<number> => {
  const photo = before === null ? {} : { photo: before.toString('base64') };
  await world.api.post('/chats/private-chen-yun/messages', { from: 'chen-yun', text: `报 ${what}`, ...photo });
  await world.api.post('/settle');
  const number = await numberTold(world, 'chen-yun');
  await world.writes('wang-fang', { text: `接 #${number}` });
  return number;
};

/** Sends the form of the ticket's page, as the browser does. */
const closeWith = async (number: number, words: string, files: readonly Buffer[], person = 'wang-fang') => {
  const board = await world.enter(person);
  const form = formOf((await board.get(`/board/tickets/${number}`)).text, number, 'resolve');
  const path = `/board/tickets/${number}/act`;
  const send = async () => {
    const reply = await board.postFiles(path, { ...form, words }, files);
    await world.api.post('/settle');
    return reply;
  };
  return { board, send, form, reply: await send() };
};

test('a photo alone closes a ticket: the reporter sees it in chat, the page shows it, nothing is left over', async () => {
  const number = await taken('6号楼门口垃圾堆成山');
  const { board, reply } = await closeWith(number, '', [await aScene(61), await aScene(62)]);
  expect(reply.status).toBe(200);
  expect(await world.ticket(number)).toMatchObject({ state: 'resolved' });
  expect(lastSeen(await world.private('chen-yun'), /解决了，满意回 1/).photos).toBe(2);
  const page = await board.get(`/board/tickets/${number}`);
  const shown = /办好后的照片[^]*?src="([^"]+)"/u.exec(page.text)?.[1] ?? '';
  expect((await board.get(shown)).headers.get('content-type')).toBe('image/jpeg');
  expect(await world.uploadsLeft()).toBe(0);
});

test('words and a photo, sent twice, close it once', async () => {
  const number = await taken('5号楼门口路灯不亮了');
  const { reply, send } = await closeWith(number, '灯换好了', [await aScene(63)]);
  expect([reply.status, (await send()).status]).toEqual([200, 200]);
  const { history, state } = await world.ticket(number);
  expect([state, history.filter(({ what }) => what === 'resolved').length]).toEqual(['resolved', 1]);
  expect(countSeen(await world.private('chen-yun'), /路灯[^]*解决了，满意回 1/)).toBe(1);
  expect(await world.uploadsLeft()).toBe(0);
});

test('without words and photo it is refused in the words of the chat', async () => {
  const number = await taken('6号楼下水道堵了');
  const { reply } = await closeWith(number, ' ', []);
  expect(reply.status).toBe(422);
  expect(reply.text).toContain((await world.private('wang-fang')).at(-1)?.text.split('\n')[0]);
  expect(await world.ticket(number)).toMatchObject({ state: 'claimed' });
});

test.each([
  [
    'an SVG',
    Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'),
    /不是照片，没有收/,
  ],
  ['a page', Buffer.from('<!doctype html><script>alert(1)</script>'), /不是照片，没有收/],
  ['a photo with nothing behind its head', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 1]), /打不开，没有收/],
  ['1.6 billion pixels', bomb(), /太大，没有收/],
])('%s is no photo, by its bytes: the page says what the chat says, and nothing is done', async (_what, file, said) => {
  const number = await taken('6号楼垃圾桶满了');
  const { reply } = await closeWith(number, '清走了', [file]);
  expect([reply.status, said.test(reply.text)]).toEqual([422, true]);
  expect(await world.ticket(number)).toMatchObject({ state: 'claimed' });
});

test('what is too large for a photo is not read to its end', async () => {
  const number = await taken('6号楼楼道灯坏了');
  const { reply, board, form } = await closeWith(number, '换了', [Buffer.alloc(21 * 1024 * 1024, 1)]);
  expect([reply.status, /20 MB/.test(reply.text)]).toEqual([413, true]);
  const part = await board.postFiles(`/board/tickets/${number}/act`, form, [Buffer.alloc(21 * 1024 * 1024, 1)], {
    'hx-request': 'true',
  });
  expect([part.status, /<html/.test(part.text), /20 MB/.test(part.text)]).toEqual([413, false, true]);
  const many = await board.postFiles(`/board/tickets/${number}/act`, form, Array<Buffer>(7).fill(samplePhoto('clean')));
  expect([many.status, /6/.test(many.text)]).toEqual([413, true]);
  expect(await world.ticket(number)).toMatchObject({ state: 'claimed' });
});

test('the photo of the report sent again: the check of the chat asks for another, in chat and on the page', async () => {
  const before = await aScene(64);
  const number = await taken('6号楼树枝断了挡路', before);
  const { board } = await closeWith(number, '锯掉了', [before]);
  expect(lastSeen(await world.private('wang-fang'), /看不出办好了/)).toMatchObject({ number });
  const page = (await board.get(`/board/tickets/${number}`)).text;
  const again = await board.postFiles(`/board/tickets/${number}/act`, formOf(page, number, 'prove'), [
    await aScene(65),
  ]);
  expect(again.status).toBe(200);
  await world.api.post('/settle');
  const steps = (await world.ticket(number)).history.map(({ what }) => what);
  expect(steps.slice(-2)).toEqual(['proved', 'photo-checked']);
});

test('somebody of another grid sends no photo to it, nor does anybody with a note', async () => {
  const number = await taken('6号楼水管漏水');
  const key = '5f0c1a52-3f0e-4f7e-9d4e-2f6d1c1b7a10';
  const other = await world.enter('liu-yang');
  await other.get('/board');
  const form = { act: 'resolve', key, words: 'x' };
  expect((await other.postFiles(`/board/tickets/${number}/act`, form, [samplePhoto('clean')])).status).toBe(404);
  const board = await world.enter('wang-fang');
  await board.get('/board');
  const note = { ...form, act: 'note' };
  expect((await board.postFiles(`/board/tickets/${number}/act`, note, [samplePhoto('clean')])).status).toBe(404);
  expect((await world.ticket(number)).history.map(({ what }) => what)).not.toContain('noted');
  expect(await world.uploadsLeft()).toBe(0);
});

test('a form with files is read for nobody who may not send it, nor where none are asked for', async () => {
  const file = [samplePhoto('clean')];
  const form = { act: 'resolve', key: '5f0c1a52-3f0e-4f7e-9d4e-2f6d1c1b7a11', words: 'x' };
  const nobody = boardBrowser(world.app.address);
  await nobody.get('/sign-in');
  const resident = await world.force('pan-bo');
  await resident.get('/sign-in');
  const worker = await world.enter('wang-fang');
  await worker.get('/board');
  const sent = [
    await nobody.postFiles('/board/tickets/101/act', form, file),
    await resident.postFiles('/board/tickets/101/act', form, file),
    await worker.postFiles('/board/views', { name: 'x' }, file),
    await nobody.postFiles('/language', { language: 'en' }, file),
  ];
  expect(sent.map(({ status }) => status)).toEqual([401, 403, 415, 415]);
  expect(await world.uploadsLeft()).toBe(0);
});

test('of a matter that strangers may know of a photo stays ten minutes with whoever is signed in; any other stays nowhere', async () => {
  const board = await world.enter('chen-xiao');
  const headersOf = async (what: string) => {
    const photo = (await aScene(71)).toString('base64');
    await world.api.post('/chats/private-song-jia/messages', { from: 'song-jia', text: what, photo });
    await world.api.post('/settle');
    const number = await numberTold(world, 'song-jia');
    const page = await board.get(`/board/tickets/${number}`);
    const src = /src="(\/board\/tickets\/\d+\/photos\/[^"]+)"/u.exec(page.text)?.[1] ?? '';
    const { status, headers } = await board.get(src);
    return [status, headers.get('cache-control'), headers.get('vary')];
  };
  // The next one at this computer has another cookie, and is shown nothing that was kept.
  expect(await headersOf('报 3号楼门口垃圾堆成山')).toEqual([200, 'private, max-age=600, immutable', 'cookie']);
  for (const what of ['报 3号楼门口两家邻居吵起来了，邻里纠纷谁管', '急 3号楼下有位老人走丢了，穿蓝衣服'])
    expect(await headersOf(what)).toEqual([200, 'private, no-store', null]);
});
