import { chromium } from 'playwright-core';
import { boardBrowser, linkIn } from '../support/board-browser';
import { givePoints } from '../support/give-points';
import { sandboxWorld } from '../support/story-sandbox';
import { lastSeen } from '../support/story-world';

type World = Awaited<ReturnType<typeof sandboxWorld>>;

let world: World;
const browser = () => boardBrowser(world.app.address);

const statementOf = async (who: string): Promise<string> => {
  await world.writes(who, { text: '账单' });
  return linkIn(lastSeen(await world.private(who), /打印/).text);
};

/** Signed points of the lines on a page, and the balance after each. */
const linesOn = (text: string): readonly (readonly [number, number])[] =>
  [...text.matchAll(/<td class="number">([+-]\d+)<\/td>\s*<td class="number">(\d+)<\/td>/gu)].map(
    ([, points, balance]) => [Number(points), Number(balance)] as const,
  );

const olderOn = (text: string): string | null => {
  const plain = text.replaceAll(/&#(\d+);/gu, (_, code: string) => String.fromCodePoint(Number(code)));
  return /href="([^"]+after=[^"]+)"/u.exec(plain)?.[1] ?? null;
};

beforeAll(async () => {
  world = await sandboxWorld();
  for (let points = 1; points <= 47; points += 1) await givePoints(world.app.mongoUri, { 'liu-jianguo': points });
});
afterAll(() => world.stop());

test('账单 gives an address; its pages, walked to the end, add up to the balance', async () => {
  const path = await statementOf('liu-jianguo');
  const first = await browser().get(path);
  expect(first.status).toBe(200);
  expect(first.headers.get('cache-control')).toBe('private, no-store');
  expect(first.text).toContain('刘建国');
  const balance = (await world.books()).accounts.find(({ id }) => id === 'person:liu-jianguo')?.balance ?? 0;
  const walked = [...linesOn(first.text)];
  expect(walked.length).toBeLessThan(47);
  for (let older = olderOn(first.text); older !== null;) {
    const { status, text } = await browser().get(older);
    expect(status).toBe(200);
    walked.push(...linesOn(text));
    older = olderOn(text);
  }
  expect(walked).toHaveLength(47);
  expect(walked[0]?.[1]).toBe(balance);
  expect(walked.reduce((sum, [points]) => sum + points, 0)).toBe(balance);
  for (const [index, [points, after]] of walked.entries()) expect(after - points).toBe(walked[index + 1]?.[1] ?? 0);
});

test('a page whose address was changed by hand shows no made-up balance', async () => {
  const path = await statementOf('liu-jianguo');
  const older = olderOn((await browser().get(path)).text) ?? '';
  expect(older).not.toBe('');
  const after = new URL(older, world.app.address).searchParams.get('after') ?? '';
  const forged = new URLSearchParams({ of: 'person', after: after.replace(/\d/u, '7').replace(/.$/u, 'x') });
  expect((await browser().get(`${path}?${forged.toString()}`)).status).toBe(404);
  // Another's place in the books is not one's own.
  const others = await statementOf('chen-yun');
  expect((await browser().get(`${others}?${new URLSearchParams({ of: 'person', after }).toString()}`)).status).toBe(
    404,
  );
  expect((await browser().get(`${path}?of=budget`)).status).toBe(200);
});

test('who has nothing yet is told how points come', async () => {
  const { text } = await browser().get(await statementOf('chen-yun'));
  expect(text).toContain('还没有');
  expect(text).toContain('0分');
});

test('the household stands beside the person, saved time beside the points', async () => {
  await givePoints(world.app.mongoUri, { 'qin-yu': 12 });
  const { text } = await browser().get(await statementOf('qin-yu'));
  expect(text).toContain('户账户');
  expect(text).toContain('存着的时间');
  const none = await browser().get(await statementOf('chen-yun'));
  expect(none.text).not.toContain('户账户');
});

test('the link is one person’s, and the newest alone opens', async () => {
  const path = await statementOf('liu-jianguo');
  await statementOf('liu-jianguo');
  expect((await browser().get(path)).status).toBe(404);
  for (const bad of ['/statement/x', '/statement/..%2Fx', `${path}x`])
    expect((await browser().get(bad)).status).toBe(404);
});

test('in English, on request of the reader', async () => {
  const own = browser();
  const path = await statementOf('liu-jianguo');
  const { text } = await own.get(path, { 'accept-language': 'en' });
  expect(text).toContain('Statement');
  expect(text).toContain('balance');
});

test('on paper: A4, large letters, nothing of the screen', async () => {
  const driver = await chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu'],
  });
  try {
    const page = await driver.newPage({ viewport: { width: 360, height: 800 }, locale: 'zh-CN' });
    await page.goto(`${world.app.address}${await statementOf('liu-jianguo')}`);
    expect(await page.evaluate('document.documentElement.scrollWidth > document.documentElement.clientWidth')).toBe(
      false,
    );
    await page.emulateMedia({ media: 'print' });
    const size = Number(await page.evaluate('parseFloat(getComputedStyle(document.querySelector("td")).fontSize)'));
    expect(size).toBeGreaterThanOrEqual(18);
    expect(await page.locator('.top').isVisible()).toBe(false);
    expect(await page.locator('a.button').first().isVisible()).toBe(false);
    const folder = process.env['BOARD_SHOTS'];
    if (folder !== undefined) await page.screenshot({ path: `${folder}/statement-print.png`, fullPage: true });
  } finally {
    await driver.close();
  }
}, 60_000);
