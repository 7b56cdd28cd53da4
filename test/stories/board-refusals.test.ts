import { randomUUID } from 'node:crypto';
import type { BoardBrowser, Reply } from '../support/board-browser';
import { packFile } from '../support/story-app';
import { boardWorld, type BoardWorld } from '../support/board-world';

const mostPerMinute = 200;

let world: BoardWorld;
beforeAll(async () => {
  // Enough for this table, and few enough to be used up.
  const PACK = await packFile(new Map(), { mostPerMinute });
  world = await boardWorld({ PACK });
});
afterAll(() => world.stop());

/** How what came of a press looks to eyes and to screen readers. */
const looksOf = ({ text, headers }: Reply, partial: boolean): string => {
  const refused = partial ? headers.get('hx-retarget') === '#refused' : /role="alert"[^>]*>\s*<h1>没有做/u.test(text);
  const done = partial ? headers.get('hx-retarget') === null : /class="message"[^>]*role="status"/u.test(text);
  return refused === done ? 'neither' : refused ? 'refused' : 'done';
};

interface Press {
  readonly act: string;
  readonly words?: string;
}

const press = async (
  board: BoardBrowser,
  number: number,
  { act, words = '' }: Press,
  partial: boolean,
  key: string = randomUUID(),
): Promise<Reply> => {
  await board.get('/board');
  const headers: Readonly<Record<string, string>> = partial ? { 'hx-request': 'true' } : {};
  return board.post(`/board/tickets/${number}/act`, { act, words, key }, headers);
};

/** Each act as it should be said. */
const acts: Readonly<Record<string, Press>> = {
  'take-charge': { act: 'take-charge' },
  'danger-yes': { act: 'danger-yes' },
  'danger-no': { act: 'danger-no' },
  'false-alarm': { act: 'false-alarm' },
  claim: { act: 'claim' },
  resolve: { act: 'resolve', words: '修好了' },
  prove: { act: 'prove', words: '拍不了' },
  ask: { act: 'ask', words: '是哪个单元？' },
  pause: { act: 'pause', words: '到周五 因为 等配件' },
  resume: { act: 'resume' },
  'hand-over': { act: 'hand-over', words: '李强 因为 我在休假' },
  note: { act: 'note', words: '看过了' },
};

let reports = 0;
const reported = async (): Promise<number> => {
  const what = ['路灯不亮', '下水道堵了', '垃圾桶满了', '楼道灯坏了', '健身器材坏了', '电梯有异响'][reports % 6] ?? '';
  await world.writes('liu-jianguo', { text: `报 ${6 + (Math.floor(reports++ / 6) % 3)}号楼${what}` });
  const board = await world.enter('chen-xiao');
  const numbers = [...(await board.get('/board')).text.matchAll(/\/board\/tickets\/(\d+)"/gu)];
  return Math.max(...numbers.map((each) => Number(each[1])));
};

const historyOf = async (number: number): Promise<number> => (await world.ticket(number)).history.length;

/** Presses without and with htmx; both have to say the same, and change nothing. */
const refusedTwice = async (person: string, number: number, what: Press): Promise<readonly (number | string)[]> => {
  const board = await world.enter(person);
  const before = await historyOf(number);
  const plain = await press(board, number, what, false);
  const part = await press(board, number, what, true);
  const looks = [looksOf(plain, false), looksOf(part, true)];
  const changed = (await historyOf(number)) - before;
  return [plain.status, part.status, ...looks, changed];
};

test('who is not asked is told so: each act on what a colleague has', async () => {
  const number = await reported();
  expect((await press(await world.enter('wang-fang'), number, { act: 'claim' }, false)).status).toBe(200);
  const wanted: Readonly<Record<string, number>> = {
    'take-charge': 409,
    'danger-yes': 409,
    'danger-no': 409,
    'false-alarm': 409,
    claim: 409,
    resolve: 409,
    prove: 403,
    pause: 403,
    resume: 403,
    'hand-over': 403,
  };
  const came: Record<string, readonly (number | string)[]> = {};
  for (const act of Object.keys(wanted)) came[act] = await refusedTwice('li-qiang', number, acts[act] ?? { act });
  expect(came).toEqual(
    Object.fromEntries(Object.entries(wanted).map(([act, status]) => [act, [status, status, 'refused', 'refused', 0]])),
  );
});

test('what comes too late is told so: each act on what is done', async () => {
  const number = await reported();
  const board = await world.enter('wang-fang');
  for (const act of ['claim', 'resolve'])
    expect((await press(board, number, acts[act] ?? { act }, true)).status).toBe(200);
  const late = Object.keys(acts).filter((act) => act !== 'note');
  const came: Record<string, readonly (number | string)[]> = {};
  for (const act of late) came[act] = await refusedTwice('wang-fang', number, acts[act] ?? { act });
  expect(came).toEqual(Object.fromEntries(late.map((act) => [act, [409, 409, 'refused', 'refused', 0]])));
});

test('what lacks its words is told what to write: nothing is done', async () => {
  const number = await reported();
  await press(await world.enter('wang-fang'), number, { act: 'claim' }, false);
  for (const act of ['resolve', 'ask', 'pause', 'hand-over', 'note'])
    expect([act, ...(await refusedTwice('wang-fang', number, { act }))]).toEqual([
      act,
      422,
      422,
      'refused',
      'refused',
      0,
    ]);
  const nobody = await refusedTwice('wang-fang', number, { act: 'hand-over', words: '没有这人 因为 休假' });
  expect(nobody).toEqual([422, 422, 'refused', 'refused', 0]);
});

test('the same form pressed twice is done once, and looks done both times', async () => {
  const number = await reported();
  const board = await world.enter('wang-fang');
  for (const act of ['claim', 'ask', 'note', 'pause', 'resume', 'resolve']) {
    const key = randomUUID();
    const replies: Reply[] = [];
    for (const partial of [false, true]) replies.push(await press(board, number, acts[act] ?? { act }, partial, key));
    const [plain, part] = replies;
    if (!plain || !part) throw new Error('nothing was pressed');
    expect([act, plain.status, part.status, looksOf(plain, false), looksOf(part, true)]).toEqual([
      act,
      200,
      200,
      'done',
      'done',
    ]);
  }
  const { history } = await world.ticket(number);
  for (const what of ['claimed', 'noted', 'resolved'])
    expect([what, history.filter((each) => each.what === what).length]).toEqual([what, 1]);
});

test('an act of another grid, and of a number that is none, are not there', async () => {
  const number = await reported();
  for (const [person, of] of [
    ['liu-yang', number],
    ['wang-fang', 99_999],
  ] as const) {
    const board = await world.enter(person);
    expect((await press(board, of, { act: 'note', words: 'x' }, false)).status).toBe(404);
    const part = await press(board, of, { act: 'note', words: 'x' }, true);
    expect([part.status, part.headers.get('hx-retarget')]).toEqual([404, '#refused']);
  }
});

test('who says more than is heard is told on the page that nothing was done', async () => {
  const number = await reported();
  const board = await world.enter('li-qiang');
  const before = await historyOf(number);
  const talk = { from: 'li-qiang', text: '嗯' };
  await Promise.all(
    Array.from({ length: mostPerMinute }, () => world.api.post('/chats/private-li-qiang/messages', talk)),
  );
  await world.api.post('/settle');
  for (const partial of [false, true, false]) {
    const reply = await press(board, number, { act: 'note', words: '看过了' }, partial);
    expect([reply.status, looksOf(reply, partial)]).toEqual([429, 'refused']);
  }
  expect(await historyOf(number)).toBe(before);
});
