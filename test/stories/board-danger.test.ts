import { boardWorld, formOf, type BoardWorld } from '../support/board-world';
import { countSeen, lastSeen } from '../support/story-world';

let world: BoardWorld;
beforeAll(async () => {
  world = await boardWorld();
});
afterAll(() => world.stop());

const cries = ['这只猫', '那只猫', '这只小猫', '这只狗', '那只小狗', '这两只猫'];
let cried = 0;

/** A cry that may be none: the reporter is asked, and one on duty looks. */
const doubted = async (reporter: string): Promise<number> => {
  await world.writes(reporter, { text: `救命，${cries[cried++ % cries.length] ?? ''}太可爱了` });
  const asked = lastSeen(await world.private(reporter), /是有人有危险吗/);
  expect(await world.ticket(asked.number ?? 0)).toMatchObject({ state: 'doubted' });
  return asked.number ?? 0;
};

const act = async (person: string, number: number, what: string, words = '') => {
  const board = await world.enter(person);
  const form = formOf((await board.get(`/board/tickets/${number}`)).text, number, what);
  const reply = await board.post(`/board/tickets/${number}/act`, { ...form, words });
  await world.api.post('/settle');
  return { board, form, reply };
};

test('Today and the page of a danger in doubt say so, and let staff judge it, take it or leave a note', async () => {
  const number = await doubted('song-jia');
  const board = await world.enter('chen-xiao');
  for (const path of ['/board', `/board/tickets/${number}`]) {
    const { text } = await board.get(path);
    expect(text).toContain('正在问有没有危险');
    for (const what of ['take-charge', 'danger-yes', 'danger-no', 'false-alarm', 'note'])
      expect(formOf(text, number, what)).toMatchObject({ act: what });
  }
  await act('chen-xiao', number, 'danger-no');
});

test('“it is a danger” on the board calls everyone in chat, and the reporter hears what to do', async () => {
  const number = await doubted('pan-bo');
  const { board, form, reply } = await act('chen-xiao', number, 'danger-yes');
  expect(reply.status).toBe(200);
  expect(await world.ticket(number)).toMatchObject({ state: 'dispatched' });
  expect(lastSeen(await world.private('pan-bo'), /有危险请先离开/).text).toContain('110');
  // On duty: called. Who pressed, and is not on duty: told how many were.
  expect(countSeen(await world.private('xu-ning'), new RegExp(`【紧急】#${number}`, 'u'))).toBe(1);
  expect(lastSeen(await world.private('chen-xiao'), new RegExp(`^#${number}`, 'u')).text).toMatch(/叫了[1-9]\d*人/u);
  // Pressed again, it is done once; judged anew it is too late.
  const path = `/board/tickets/${number}/act`;
  expect((await board.post(path, form)).status).toBe(200);
  const late = await board.post(path, { ...form, key: '5f0c1a52-3f0e-4f7e-9d4e-2f6d1c1b7a10', act: 'danger-no' });
  expect([late.status, late.text.includes('误报')]).toEqual([409, true]);
  expect(await world.ticket(number)).toMatchObject({ state: 'dispatched' });
});

test('“no danger” makes it an ordinary matter: nobody is called, the reporter hears who looked and how to cry again', async () => {
  const number = await doubted('cao-ying');
  expect((await act('chen-xiao', number, 'danger-no')).reply.status).toBe(200);
  await world.advance(5);
  const { state, history } = await world.ticket(number);
  expect([state, history.some(({ what }) => what === 'alarmed')]).toEqual(['reported', false]);
  const told = lastSeen(await world.private('cao-ying'), /看过了，没有危险/).text;
  expect(told).toContain('要是还有危险，马上打110');
  const board = await world.enter('chen-xiao');
  expect((await board.get(`/board/tickets/${number}`)).text).toContain('陈晓看过，没有危险');
  // The question of before is over: whoever still sees a danger hears how to call people.
  await world.writes('cao-ying', { text: `有危险 #${number}` });
  await world.writes('cao-ying', { text: '1', replyTo: lastSeen(await world.private('cao-ying'), /是有人有危险吗/) });
  expect(lastSeen(await world.private('cao-ying'), /已经不在问有没有危险/).text).toContain('急 在哪里');
});

test('who takes it has it, and a false alarm ends it', async () => {
  const taken = await doubted('huang-lei');
  expect((await act('chen-xiao', taken, 'take-charge')).reply.status).toBe(200);
  expect(await world.ticket(taken)).toMatchObject({ state: 'claimed', owner: 'chen-xiao' });
  const none = await doubted('chen-yun');
  expect((await act('chen-xiao', none, 'false-alarm', '看过群里，是说猫')).reply.status).toBe(200);
  expect(await world.ticket(none)).toMatchObject({ state: 'archived' });
  const board = await world.enter('chen-xiao');
  expect((await board.get(`/board/tickets/${none}`)).text).toContain('看过群里，是说猫');
});

test('in chat the same words do the same, with the number or as a button, and only of who works here', async () => {
  const number = await doubted('liu-jianguo');
  await world.writes('zhang-nainai', { text: `没有危险 #${number}` });
  expect(await world.ticket(number)).toMatchObject({ state: 'doubted' });
  await world.writes('chen-xiao', { text: `没有危险 #${number}` });
  expect((await world.ticket(number)).state).not.toBe('doubted');
  const other = await doubted('hu-xia');
  const [asked] = await Promise.all(
    ['chen-xiao', 'he-min', 'xu-ning', 'wang-fang', 'li-qiang'].map(async (person) => ({
      person,
      seen: (await world.private(person)).findLast(
        ({ text, number: of }) => of === other && text.includes('还拿不准是不是真有危险'),
      ),
    })),
  ).then((all) => all.filter(({ seen }) => seen !== undefined));
  if (!asked?.seen) throw new Error('nobody on duty was shown the danger in doubt');
  expect(asked.seen.choices).toEqual(['我负责', '有危险', '没有危险', '误报']);
  await world.presses(asked.person, 'private', asked.seen, '有危险');
  expect((await world.ticket(other)).history.map(({ what }) => what)).toContain('alarmed');
});
