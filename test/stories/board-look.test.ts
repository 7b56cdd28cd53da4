import type { Browser, Page } from 'playwright-core';
import { givePoints } from '../support/give-points';
import { samplePhoto } from '../support/sample-photo';
import { lastSeen } from '../support/story-world';
import { boardWorld, type BoardWorld } from '../support/board-world';
import { axeFaults, hasEveryPicture, isTooWide, launchChromium, shoot, type Watched } from '../support/chromium';
import { enterInChromium } from '../support/enter-in-chromium';

let browser: Browser;
let world: BoardWorld;
let activity = 0;
beforeAll(async () => {
  browser = await launchChromium();
  world = await boardWorld();
  await world.posts('zhao-fei', 'riders', { text: '6号楼门口又停满了，电动车出不去', photo: 'cars' });
  await world.writes('liu-jianguo', { text: '报 7号楼路灯不亮，晚上看不见，我电话13812345678' });
  await world.writes('song-jia', { text: '报 6号楼电梯有异响' });
  await world.writes('zhang-nainai', { text: '报 6号楼下水道堵了' });
  await world.writes('sun-mei', { text: '发起 周六上午9点到11点 小广场清扫 要4人' });
  await world.writes('sun-mei', { text: '1' });
  await givePoints(world.app.mongoUri, { 'liu-jianguo': 45 });
  await world.writes('liu-jianguo', { text: '兑 米' });
  await world.writes('liu-jianguo', { text: '1' });
  activity = Number(/#(\d+)/u.exec(lastSeen(await world.private('sun-mei'), /签到码/).text)?.[1]);
  await world.posts('hu-xia', 'residents', { text: `报名 #${activity}` });
});
afterAll(async () => {
  await browser.close();
  await world.stop();
});

const open = (person: string, width: number, dark = false): Promise<Watched> =>
  enterInChromium(browser, world, person, { width, dark });

test('sign in by the link of the chat, take a ticket, and see the page change by itself', async () => {
  const { page, errors, hosts } = await open('wang-fang', 1280);
  await shoot(page, 'today-1280');
  const row = page.locator('.mine .row', { hasText: '#101' });
  await row.getByRole('button', { name: '接单' }).click();
  await page.getByRole('status').getByText('办好了').waitFor();
  await page.locator('.mine .row', { hasText: '#101' }).getByText('已接单').waitFor();
  // Somebody reports in chat, and it comes up.
  await world.writes('chen-yun', { text: '报 6号楼垃圾桶满了' });
  await page.getByText('垃圾桶满了').waitFor();
  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: '经过' }).waitFor();
  // Its page, too, hears what is said in chat.
  const number = /\d+$/u.exec(new URL(page.url()).pathname)?.[0] ?? '';
  await world.writes('wang-fang', { text: `留言 #${number} 明天一早就去` });
  await page.getByText('明天一早就去').waitFor();
  await shoot(page, 'ticket-1280');
  expect(errors).toEqual([]);
  expect([...hosts]).toEqual([new URL(world.app.address).host]);
  await page.close();
});

test('by keyboard: the row stays chosen while the list changes; D asks what was done, and a photo goes with it', async () => {
  const { page, errors } = await open('li-qiang', 1280);
  await page.keyboard.press('j');
  const number = Number(await page.locator('.row.here').getAttribute('data-row'));
  await page.keyboard.press('c');
  await page.locator(`.row.here[data-row="${number}"] summary[data-act="resolve"]`).waitFor();
  await page.keyboard.press('d');
  await page.keyboard.type('换了新灯');
  await page.locator('.row.here input[type="file"]').setInputFiles({
    ...{ name: 'after.jpg', mimeType: 'image/jpeg', buffer: samplePhoto('clean') },
  });
  await shoot(page, 'today-resolve-1280');
  await page.locator('.row.here details[open] input[name="words"]').press('Enter');
  // It stays in the list until whoever reported it has said how it came out.
  await page.locator(`#row-${number} summary[data-act="resolve"]`).waitFor({ state: 'detached' });
  const { state, history } = await world.ticket(number);
  expect([state, history.filter(({ what }) => what === 'resolved').length]).toEqual(['resolved', 1]);
  expect(errors).toEqual([]);
  await page.close();
});

const setupPages = [
  '/board/setup',
  '/board/setup/categories',
  '/board/setup/duty/0',
  '/board/setup/people/0',
  '/board/map',
  '/board/map?month=2026-11',
];

const operationsPages = ['/board/operations', '/board/operations/queues', '/board/looks', '/board/erasures'];

const pointsPages = ['/board/points', '/board/ledger/person/liu-jianguo', '/board/redemptions?which=all'];

/** Nothing runs over, nothing is a hole, and axe-core finds nothing. */
const lookAt = async (page: Page, paths: readonly string[], shots: string): Promise<void> => {
  for (const path of paths) {
    await page.goto(`${world.app.address}${path}`);
    expect(await axeFaults(page)).toEqual([]);
    expect(await isTooWide(page)).toBe(false);
    expect(await hasEveryPicture(page)).toBe(true);
    await shoot(page, `${path.replaceAll(/\W/gu, '-').slice(1)}-${shots}`);
  }
};

test.each([
  [1280, false],
  [390, false],
  [390, true],
] as const)(
  'at %i px (dark: %s) nothing runs over, and axe-core finds nothing',
  async (width, dark) => {
    const { page } = await open('lin-jing', width, dark);
    const shots = dark ? `${width}-dark` : String(width);
    await lookAt(
      page,
      ['/board', '/board/tickets/101', '/board/tickets?state=all', '/board/figures', ...operationsPages, ...setupPages],
      shots,
    );
    await page.close();
  },
  60_000,
);

test.each([
  [1280, false],
  [360, false],
  [360, true],
] as const)(
  'volunteers and points at %i px (dark: %s)',
  async (width, dark) => {
    const { page } = await open('chen-xiao', width, dark);
    await lookAt(
      page,
      ['/board/activities', `/board/activities/${activity}`, ...pointsPages],
      `${width}${dark ? '-dark' : ''}`,
    );
    await page.close();
  },
  60_000,
);

test.each(['/board', '/board/tickets/102', '/board/operations', '/board/looks', '/board/erasures'])(
  '360 px and 200 %% zoom: everything of %s is still there',
  async (path) => {
    const { page } = await open('lin-jing', 360);
    await page.goto(`${world.app.address}${path}`);
    expect(await isTooWide(page)).toBe(false);
    await page.evaluate('document.documentElement.style.fontSize = "200%"');
    expect(await isTooWide(page)).toBe(false);
    await page.close();
  },
);

test('a computer without chat opens by itself once the telephone said yes', async () => {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, locale: 'zh-CN' });
  await page.goto(`${world.app.address}/board`);
  await page.getByRole('button', { name: '显示六位数' }).click();
  const code = (await page.locator('.code').textContent())?.trim() ?? '';
  expect(await page.evaluate("document.querySelector('img.qr').naturalWidth > 0")).toBe(true);
  expect(await axeFaults(page)).toEqual([]);
  await shoot(page, 'computer-1280');
  await world.writes('he-min', { text: `看板 ${code}` });
  await world.writes('he-min', { text: '1' });
  await page.getByRole('heading', { name: '今天' }).waitFor();
  await page.close();
});

test('a director changes a deadline: sees what it does, makes it so, and takes it back', async () => {
  const { page, errors, hosts } = await open('lin-jing', 390);
  await page.goto(`${world.app.address}/board/setup/deadlines/24h`);
  await page.getByLabel('办好').fill('0');
  await page.getByRole('button', { name: '先看会怎样' }).click();
  await page.getByRole('main').getByRole('alert').waitFor();
  expect(await axeFaults(page)).toEqual([]);
  await shoot(page, 'setup-wrong-390');
  await page.getByLabel('办好').fill('900');
  await page.getByRole('button', { name: '先看会怎样' }).click();
  await page.getByText('480 → 900').waitFor();
  expect(await axeFaults(page)).toEqual([]);
  expect(await isTooWide(page)).toBe(false);
  await shoot(page, 'setup-preview-390');
  await page.getByRole('button', { name: '就这么改' }).click();
  await page.getByText('现在是第2版').waitFor();
  await page.getByRole('link', { name: '和现在比' }).click();
  await page.getByText('900 → 480').waitFor();
  await page.getByRole('button', { name: '退回这一版' }).click();
  await page.getByText('现在是第3版').waitFor();
  // A browser notes down that a form was answered with 422: that is what it was to be.
  expect(errors.filter((error) => !error.includes('422'))).toEqual([]);
  expect([...hosts]).toEqual([new URL(world.app.address).host]);
  await page.close();
}, 60_000);
