import type { BoardBrowser } from '../support/board-browser';
import { boardWorld, type BoardWorld } from '../support/board-world';

let world: BoardWorld;
let director: BoardBrowser;
beforeAll(async () => {
  world = await boardWorld();
  director = await world.enter('lin-jing');
});
afterAll(() => world.stop());

/** Every field of the form, as a browser without a choice of its own would send it back. */
const fieldsOf = (text: string): readonly (readonly [string, string])[] => {
  const form = /<form method="post" action="\/board\/setup[^]*?<\/form>/u.exec(text)?.[0] ?? '';
  const plain = (value: string): string =>
    value.replaceAll(/&#(\d+);/gu, (_all, code: string) => String.fromCodePoint(Number(code)));
  const inputs = [...form.matchAll(/<input(?<given>[^>]*)>/gu)].flatMap(({ groups }) => {
    const given = groups?.['given'] ?? '';
    const [, name = ''] = /name="([^"]*)"/u.exec(given) ?? [];
    const [, value = ''] = /value="([^"]*)"/u.exec(given) ?? [];
    return given.includes('type="checkbox"') && !/\schecked/u.test(given) ? [] : [[name, plain(value)] as const];
  });
  const selects = [...form.matchAll(/<select\s+name="([^"]*)"[^]*?<\/select\s*>/gu)].map(
    ([select, name = '']) => [name, plain(/<option value="([^"]*)" selected/u.exec(select)?.[1] ?? '')] as const,
  );
  return [...inputs, ...selects].filter(([name]) => name !== '');
};

/** What the preview says of one change; several boxes of one name are sent one by one. */
const preview = async (path: string, changes: Readonly<Record<string, string>>) => {
  const given = fieldsOf((await director.get(path)).text);
  const names = given.map(([name]) => name);
  const changed = Object.entries(changes).map(([ending, value]) => {
    const name = names.find((each) => each.endsWith(ending));
    if (name === undefined) throw new Error(`${path} has no field ${ending}: ${names.join(' ')}`);
    return [name, value] as const;
  });
  const body = new URLSearchParams();
  for (const [name, value] of given)
    if (name !== 'step' && changed.every(([other]) => other !== name)) body.append(name, value);
  for (const [name, value] of [...changed, ['step', 'look'] as const]) body.append(name, value);
  const cookie = [...director.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const headers = { cookie, 'content-type': 'application/x-www-form-urlencoded' };
  const reply = await fetch(`${world.app.address}${path}`, { method: 'POST', headers, body: body.toString() });
  return { status: reply.status, text: await reply.text() };
};

const firstOf = async (part: string): Promise<string> =>
  new RegExp(`href="(/board/setup/${part}/[^"]+)"`, 'u').exec((await director.get(`/board/setup/${part}`)).text)?.[1] ??
  '';

test.each([
  ['people', { '.name': '王小芳' }, /→ 王小芳/],
  ['people', { '.roles.1.role': 'captain', '.roles.1.area': 'building-6' }, /队长/],
  ['duty', { '.from': '07:35' }, /07:35/],
  ['groups', { '.title': '换了名字的群' }, /→ 换了名字的群/],
  ['categories', { '.zh': '换了名字的事' }, /→ 换了名字的事/],
  ['deadlines', { '.claimMinutes': '7' }, /→ 7/],
  ['rules', { '.ladderMinutes': '41' }, /→ 41/],
  ['calendars', { '.hours': '08:45-12:00、13:30-17:30' }, /08:45/],
  ['rewards', { '.points': '33' }, /→ 33/],
  ['shops', { '.address': '小广场西侧' }, /→ 小广场西侧/],
  ['desks', { '.name': '换了名字的物业' }, /→ 换了名字的物业/],
])('%s: a change is shown before it is made, and nothing is kept by looking', async (part, changes, said) => {
  const path = await firstOf(part);
  const { status, text } = await preview(path, changes);
  expect([status, said.test(text), text.includes('就这么改')]).toEqual([200, true, true]);
  expect((await director.get('/board/setup')).text).not.toContain('第2版');
});

test('leave: who is away and who stands in', async () => {
  const { status, text } = await preview('/board/setup/leave/new', {
    ...{ '.person': 'wang-fang', '.by': 'li-qiang', '.from': '2026-12-01', '.to': '2026-12-05' },
  });
  expect([status, text.includes('王芳'), text.includes('就这么改')]).toEqual([200, true, true]);
});
