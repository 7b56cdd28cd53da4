import { parse } from 'yaml';
import type { BoardBrowser } from '../support/board-browser';
import { boardWorld, type BoardWorld } from '../support/board-world';
import { numberTold } from '../support/news';

let world: BoardWorld;
let director: BoardBrowser;
beforeAll(async () => {
  world = await boardWorld();
  director = await world.enter('lin-jing');
});
afterAll(() => world.stop());

type Fields = Readonly<Record<string, string>>;

/** What a form holds as it is shown: the browser sends all of it back. */
const fieldsOf = (text: string): Fields => {
  const form = /<form method="post" action="\/board\/setup[^]*?<\/form>/u.exec(text)?.[0] ?? '';
  const inputs = [...form.matchAll(/<input(?<given>[^>]*)>/gu)].flatMap(({ groups }) => {
    const given = groups?.['given'] ?? '';
    const [, name = ''] = /name="([^"]*)"/u.exec(given) ?? [];
    const [, value = ''] = /value="([^"]*)"/u.exec(given) ?? [];
    return given.includes('type="checkbox"') && !given.includes('checked') ? [] : [[name, value] as const];
  });
  const selects = [...form.matchAll(/<select\s+name="([^"]*)"[^]*?<\/select>/gu)].map(
    ([select, name = '']) => [name, /<option value="([^"]*)" selected/u.exec(select)?.[1] ?? ''] as const,
  );
  const plain = (value: string): string =>
    value.replaceAll(/&#(\d+);/gu, (_all, code: string) => String.fromCodePoint(Number(code)));
  return Object.fromEntries(
    [...inputs, ...selects].filter(([name]) => name !== '').map(([name, value]) => [name, plain(value)]),
  );
};

const look = async (browser: BoardBrowser, path: string, change: Fields) => {
  const given = fieldsOf((await browser.get(path)).text);
  return browser.post(path, { ...given, ...change, step: 'look' });
};
const save = async (browser: BoardBrowser, path: string, preview: { readonly text: string }) =>
  browser.post(path, { ...fieldsOf(preview.text), step: 'save' });

test('a shorter class: the preview says what it does, nothing is kept; the button makes it so, and whoever has it hears', async () => {
  await world.writes('pan-bo', { text: '8号楼楼道灯不亮了' });
  const number = await numberTold(world, 'pan-bo');
  await world.writes('li-qiang', { text: `接 #${number}` });
  const before = (await world.ticket(number)).dueAt ?? '';
  const path = `/board/setup/categories/${(await world.ticket(number)).category ?? ''}`;
  const preview = await look(director, path, { [await nameIn(path, 'stages.resolveMinutes')]: '1200' });
  expect(preview.status).toBe(200);
  expect(preview.text).toMatch(/诉求类别｜[^<]*｜时限｜办好：（空） → 1200/);
  expect(preview.text).toContain('1件在办的事换时限');
  expect((await world.ticket(number)).dueAt).toBe(before);
  expect(await save(director, path, preview)).toMatchObject({ status: 303, location: '/board/setup?saved=2' });
  expect(((await world.ticket(number)).dueAt ?? '') > before).toBe(true);
  await world.api.post('/settle');
  expect((await world.private('li-qiang')).at(-1)?.text).toContain('前改为');
  const overview = await director.get('/board/setup?saved=2');
  expect(overview.text).toContain('改好了');
  expect(overview.text).toMatch(/第2版｜[^<]*｜林静｜诉求类别/);
});

const nameIn = async (path: string, ending: string): Promise<string> =>
  new RegExp(`name="([^"]*${ending.replaceAll('.', '\\.')})"`, 'u').exec((await director.get(path)).text)?.[1] ?? '';

test('what cannot be is said beside its field, and nothing is kept', async () => {
  const path = '/board/setup/deadlines/24h';
  const wrong = await look(director, path, {
    'policy.classes.24h.claimMinutes': '很快',
    'policy.classes.24h.resolveMinutes': '0',
  });
  expect(wrong.status).toBe(422);
  expect(wrong.text).toMatch(/claimMinutes"[^]*?value="很快"[^]*?不能是 &#34;很快&#34;：填数字/);
  expect(wrong.text).toMatch(/resolveMinutes[^]*?不能是 0：最小填 0/);
  const later = await look(director, path, { 'policy.classes.24h.claimMinutes': '9000' });
  expect(later.text).toContain('接单的时间比办好的还长：接单不长于办好');
  const nameless = await look(director, '/board/setup/people/new', {
    [`people.${await countOf('people')}.id`]: '王 芳',
  });
  expect(nameless.text).toContain('小写字母、数字、横线');
  expect(nameless.text).toContain('还没填');
  expect((await director.get('/board/setup')).text).not.toContain('第3版');
});

const countOf = async (part: string): Promise<number> =>
  [...(await director.get(`/board/setup/${part}`)).text.matchAll(new RegExp(`/board/setup/${part}/\\d+"`, 'gu'))]
    .length;

test('a turn of duty less: the hours that nobody guards are named; somebody who is still needed cannot go', async () => {
  const turns = [...(await director.get('/board/setup/duty')).text.matchAll(/\/board\/setup\/duty\/\d+/gu)].length;
  const removal = await director.post('/board/setup/duty/0', { base: '2', act: 'remove', step: 'look' });
  expect(removal.text).toMatch(/值班表｜删掉：谁 /);
  expect(turns).toBeGreaterThan(1);
  const people = (await director.get('/board/setup/people')).text;
  const [, wang = ''] = /href="(\/board\/setup\/people\/\d+)">王芳/u.exec(people) ?? [];
  const needed = await director.post(wang, { base: '2', act: 'remove', step: 'look' });
  expect(needed.status).toBe(422);
  expect(needed.text).toContain('没有编号是“wang-fang”的人');
});

test('of two directors at once the second is told, keeps what they typed, and can do it again', async () => {
  const second = await world.enter('gao-yuan');
  const path = '/board/setup/rules/policy';
  const first = await look(director, path, { 'policy.reportPoints': '12' });
  const other = await look(second, path, { 'policy.ladderMinutes': '45' });
  expect((await save(director, path, first)).status).toBe(303);
  const told = await save(second, path, other);
  expect(told.status).toBe(409);
  expect(told.text).toMatch(/林静在[^<]*改了设置/);
  expect(fieldsOf(told.text)).toMatchObject({ 'policy.ladderMinutes': '45', base: '3' });
  const again = await second.post(path, { ...fieldsOf(told.text), 'policy.reportPoints': '12', step: 'look' });
  expect((await save(second, path, again)).location).toBe('/board/setup?saved=4');
  const pack = parse((await director.get('/board/setup/pack.yaml')).text) as { policy: object };
  expect(pack.policy).toMatchObject({ reportPoints: 12, ladderMinutes: 45 });
});

test('it outlives the program, is exported with its comments, and an older version is taken back', async () => {
  await world.restart();
  director = await world.force('lin-jing');
  const yaml = await director.get('/board/setup/pack.yaml');
  expect(yaml.headers.get('content-type')).toContain('text/yaml');
  expect(yaml.text).toContain('# 演示小区');
  const page = await director.get('/board/setup/versions/1');
  expect(page.text).toMatch(/规矩｜报一件真事得几分：12 → 10/);
  expect(await director.post('/board/setup/versions/1', fieldsOf(page.text))).toMatchObject({
    location: '/board/setup?saved=5',
  });
  expect((await director.get('/board/setup')).text).toMatch(/第5版｜[^<]*｜林静｜退回第1版/);
  expect((await director.get('/board/setup/versions/1')).text).toContain('和现在一样');
  expect((await director.post('/board/setup/versions/3', { base: '4' })).status).toBe(409);
  expect((await director.get('/board/setup/versions/99')).status).toBe(404);
});

test('whoever is added can work at once', async () => {
  const at = `people.${await countOf('people')}`;
  const typed = {
    [`${at}.id`]: 'xin-yue',
    [`${at}.name`]: '<b>新月</b>',
    [`${at}.roles.0.role`]: 'staff',
    [`${at}.roles.0.area`]: 'linli',
  };
  const preview = await look(director, '/board/setup/people/new', { ...typed, [`${at}.language`]: 'zh' });
  expect(preview.text).toContain('&#60;b&#62;新月&#60;/b&#62;');
  expect(preview.text).not.toContain('<b>新月');
  expect((await save(director, '/board/setup/people/new', preview)).location).toBe('/board/setup?saved=6');
  const added = await world.force('xin-yue');
  expect((await added.get('/board')).status).toBe(200);
});
