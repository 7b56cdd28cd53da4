import { givePoints } from '../support/give-points';
import { telegramWorld } from '../support/story-telegram';
import { countSeen, lastSeen } from '../support/story-world';

type World = Awaited<ReturnType<typeof telegramWorld>>;

let world: World;
let number: number;
let code: string;
const square = { lat: 31.2304, lng: 121.4715 };
const last = async (who: string, pattern: RegExp) => lastSeen(await world.private(who), pattern);
const card = async () => lastSeen(await world.group('residents'), /sweep the leaves[^]*09:00 to 11:00/);
const advanceTo = async (to: string): Promise<void> => {
  await world.api.post('/clock', { to });
  await world.settle();
};
const coming = async (): Promise<readonly string[]> => (await world.ticket(number)).reporters;
const balanceOf = async (who: string): Promise<number> =>
  (await world.books()).accounts.find(({ id }) => id === `person:${who}`)?.balance ?? 0;
const han = /\p{Script=Han}/u;

describe('volunteers on Telegram, in English', () => {
  beforeAll(async () => {
    // A Friday, 9:00.
    world = await telegramWorld({
      people: ['sun-mei', 'hu-xia', 'deng-tao', 'cao-ying', 'pan-bo', 'huang-lei', 'zhou-man', 'xu-ning'],
      groups: new Map([
        ['residents', -100_502],
        ['volunteers', -100_503],
      ]),
      pack: { spots: { square }, settings: { language: 'en' } },
    });
  });
  afterAll(() => world.stop());

  test('one message is a draft; what is missing is asked for, and a yes posts the call with a button', async () => {
    await world.writes('sun-mei', {
      text: 'organise Saturday 9 to 11 am sweep the leaves, 2 people, to the residents group',
    });
    const asked = await last('sun-mei', /Where\? Please name a place/);
    number = asked.number ?? 0;
    await world.writes('sun-mei', { text: '小广场' });
    const draft = await last('sun-mei', /\(draft\)/);
    expect(draft.text).toContain('09:00 to 11:00');
    expect(draft.text).toContain('2 wanted, 10 points an hour.');
    await world.presses('sun-mei', 'private', draft, 'Yes');
    expect(await card()).toMatchObject({ choices: ['Sign me up'] });
    expect((await card()).text).toContain(`To come, reply "sign up #${number}"; for two add "2 people".`);
    code = /check in is (\d{4})/.exec((await last('sun-mei', /check in is/)).text)?.[1] ?? '';
    expect(code).toMatch(/^\d{4}$/);
  });

  test('signing up by the button, twice, and by words; the next one waits in line', async () => {
    await world.presses('hu-xia', 'residents', await card(), 'Sign me up');
    await world.presses('hu-xia', 'residents', await card(), 'Sign me up');
    expect((await last('hu-xia', /on the list already/)).text).toContain(`sign off #${number}`);
    await world.posts('deng-tao', 'residents', { text: 'count me in', replyTo: await card() });
    expect(await coming()).toEqual(['hu-xia', 'deng-tao']);
    expect((await card()).text).toContain('It is full.');
    expect((await card()).choices).toContain('Sign me up');
    await world.presses('cao-ying', 'residents', await card(), 'Sign me up');
    expect((await last('cao-ying', /you are in the line/)).text).toContain(`sign off #${number}`);
    await world.posts('pan-bo', 'residents', { text: `sign up #${number} -3 people` });
    expect((await last('pan-bo', /no number of people/)).text).toContain(`sign up #${number} 2 people`);
    expect(await coming()).toEqual(['hu-xia', 'deng-tao']);
  });

  test('who signs off frees a place: the first in line is offered it by button', async () => {
    await world.posts('deng-tao', 'residents', { text: `sign off #${number}` });
    expect((await last('deng-tao', /Thank you for (?:saying|telling)|thank you/i)).text).toContain(`#${number}`);
    const offer = await last('cao-ying', /a place is free and it is your turn/);
    await world.presses('cao-ying', 'private', offer, 'I come');
    expect(await coming()).toEqual(['hu-xia', 'cao-ying']);
  });

  test('reminders in English, the evening before and an hour before, once each, over a restart', async () => {
    await advanceTo('2026-11-20T18:31:00+08:00');
    await world.restart();
    await advanceTo('2026-11-21T08:01:00+08:00');
    expect(countSeen(await world.private('hu-xia'), /A reminder: /)).toBe(2);
    expect((await last('sun-mei', /You lead/)).text).toContain(code);
    expect((await last('hu-xia', /A reminder: /)).text).not.toContain(code);
  });

  test('by the code on the spot, or by the place sent there; a wrong code and a far place do not', async () => {
    await advanceTo('2026-11-21T08:50:00+08:00');
    await world.writes('hu-xia', { text: `check in ${code === '1000' ? '1001' : '1000'}` });
    expect((await last('hu-xia', /That code is not right/)).text).toContain('four digits');
    await world.writes('hu-xia', { text: `check in ${code}` });
    expect((await last('hu-xia', /You are checked in, thank you/)).text).toContain('"check out"');
    const user = world.user('cao-ying');
    user.sendsLocation(user, square.lat + 0.02, square.lng);
    await world.settle();
    expect((await last('cao-ying', /metres away, and not checked in/)).text).toContain('"check in"');
    user.sendsLocation(user, square.lat + 0.0004, square.lng);
    await world.settle();
    expect((await last('cao-ying', /You are checked in, thank you/)).text).toContain('11:00');
  });

  test('a late press changes nothing and says what to do', async () => {
    const before = await card();
    await advanceTo('2026-11-21T09:05:00+08:00');
    expect((await card()).choices).toEqual([]);
    await world.presses('huang-lei', 'residents', before, 'Sign me up').catch(() => undefined);
    await world.posts('huang-lei', 'residents', { text: `sign up #${number}` });
    expect((await last('huang-lei', /It has begun/)).text).toContain('"check in"');
    expect(await coming()).toEqual(['hu-xia', 'cao-ying']);
  });

  test('leaving counts hours, and the leader says of the rest; points are thanked for in English', async () => {
    await advanceTo('2026-11-21T10:30:00+08:00');
    await world.writes('hu-xia', { text: 'check out' });
    expect((await last('hu-xia', /thank you for coming/)).text).toContain('15 points.');
    await advanceTo('2026-11-21T11:01:00+08:00');
    await world.presses('sun-mei', 'private', await last('sun-mei', /It is over, thank you/), 'All came');
    expect([await balanceOf('hu-xia'), await balanceOf('cao-ying')]).toEqual([15, 20]);
    await world.writes('cao-ying', { text: 'points' });
    expect((await last('cao-ying', /20 points/)).text).toMatch(/20/);
  });

  test('points buy rice: asked first, a code, and the shop hands it out once', async () => {
    await givePoints(world.app.mongoUri, { 'hu-xia': 5 });
    await world.writes('hu-xia', { text: 'redeem rice' });
    await world.presses('hu-xia', 'private', await last('hu-xia', /rice/), 'Yes');
    const redeemed = /(\d{4} \d{4})/.exec((await last('hu-xia', /\d{4} \d{4}/)).text)?.[1] ?? '';
    expect(await balanceOf('hu-xia')).toBe(0);
    await world.writes('zhou-man', { text: `collect ${redeemed}` });
    await world.writes('zhou-man', { text: `collect ${redeemed}` });
    const handed = (await world.books()).accounts.find(({ id }) => id === 'given:rice')?.balance;
    expect(handed).toBe(1);
  });

  test('a call that is cancelled is told in English to everybody, and a press on it after that', async () => {
    await world.writes('sun-mei', {
      text: 'organise Sunday 2 pm to 4 pm carry rice at 小广场, 3 people, to the residents group',
    });
    const draft = await last('sun-mei', /\(draft\)|Where\?/);
    if (/Where\?/.test(draft.text)) await world.writes('sun-mei', { text: '小广场' });
    await world.presses(
      'sun-mei',
      'private',
      await last('sun-mei', /carry rice[^]*\(draft\)|carry rice \(draft\)/),
      'Yes',
    );
    const call = lastSeen(await world.group('residents'), /carry rice/);
    await world.presses('pan-bo', 'residents', call, 'Sign me up');
    await world.writes('sun-mei', { text: `cancel activity #${call.number ?? 0}` });
    expect((await last('pan-bo', /called off|cancelled/i)).text).toContain(`#${call.number ?? 0}`);
    await world.posts('huang-lei', 'residents', { text: `sign up #${call.number ?? 0}` });
    expect((await last('huang-lei', /nothing was changed/)).text).toContain(`status #${call.number ?? 0}`);
  });

  test('nothing of the call is said in Chinese but names and places', async () => {
    const said = [...(await world.group('residents')), ...(await world.private('cao-ying'))];
    const strange = said
      .map(({ text }) => text.replace(/"[^"]*"/gu, '').replace(/曹颖|胡霞|邓涛|孙梅|潘博|邻里社区|小广场|人工/gu, ''))
      .filter((text) => han.test(text));
    expect(strange).toEqual([]);
  });
});
