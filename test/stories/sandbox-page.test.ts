import { chromium, type Browser, type Page } from 'playwright-core';
import { sandboxWorld } from '../support/story-sandbox';

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

let browser: Browser;
let world: Awaited<ReturnType<typeof sandboxWorld>>;
beforeAll(async () => {
  browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: flags });
  world = await sandboxWorld();
});
afterAll(async () => {
  await browser.close();
  await world.stop();
});

interface Opened {
  readonly page: Page;
  /** Whatever the page complained of, and every address it asked for. */
  readonly errors: readonly string[];
  readonly hosts: ReadonlySet<string>;
}

const open = async (width: number, height: number): Promise<Opened> => {
  const page = await browser.newPage({ viewport: { width, height }, locale: 'zh-CN' });
  const errors: string[] = [];
  const hosts = new Set<string>();
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  page.on('request', (request) => {
    const { protocol, host } = new URL(request.url());
    if (protocol !== 'data:' && protocol !== 'blob:') hosts.add(host);
  });
  await page.goto(`${world.app.address}/sandbox`);
  return { page, errors, hosts };
};

/** The guide's button, once it says so; the cards have buttons of their own. */
const follow = async (page: Page, name: RegExp): Promise<void> => {
  await page.locator('#guide').getByRole('button', { name }).click();
};

test('the first minute, by hand: a photo as a rider, 接单, 办结, 解决了，满意, +10 分', async () => {
  const { page, errors, hosts } = await open(1280, 800);
  await follow(page, /替骑手发一张照片/);
  await page
    .getByText(/已请第二网格处理/)
    .first()
    .waitFor();
  await follow(page, /接单/);
  await page
    .getByText(/已接单/)
    .first()
    .waitFor();
  await follow(page, /办结，附照片/);
  await page
    .getByText(/解决了，满意回 1/)
    .first()
    .waitFor();
  await follow(page, /解决了，满意/);
  await page
    .getByText(/给您加10分/)
    .first()
    .waitFor();
  expect(await world.ticket(101)).toMatchObject({ state: 'archived', solved: true, satisfied: true });
  expect(errors).toEqual([]);
  expect([...hosts]).toEqual([new URL(world.app.address).host]);
  await page.close();
});

test('on a phone one pane is seen at a time, and nothing scrolls sideways', async () => {
  const { page, errors } = await open(360, 740);
  await page.getByText(/#101/).first().waitFor();
  const sideways = await page.evaluate('document.documentElement.scrollWidth > document.documentElement.clientWidth');
  expect(sideways).toBe(false);
  expect(await page.locator('#tabs button:visible').count()).toBe(3);
  expect(errors).toEqual([]);
  await page.close();
});

test('an address that Linli says opens its page; one that somebody typed stays words', async () => {
  const { page, errors } = await open(1280, 800);
  await page.locator('#places').getByText('林静', { exact: true }).click();
  const pane = page.locator('[data-chat]').filter({ has: page.locator('header', { hasText: '林静' }) });
  const say = async (text: string): Promise<void> => {
    await pane.locator('textarea').fill(text);
    await pane.locator('textarea').press('Enter');
  };
  await say('看 http://example.com/a 这个');
  await pane.getByText('example.com').waitFor();
  expect(await pane.locator('a[href*="example.com"]').count()).toBe(0);
  await say('看板');
  const link = pane.locator('a[target="_blank"][href*="/in/"]');
  await link.waitFor();
  const [board] = await Promise.all([page.waitForEvent('popup'), link.click()]);
  await board.getByRole('button').first().waitFor();
  expect(new URL(board.url()).host).toBe(new URL(world.app.address).host);
  expect(errors).toEqual([]);
  await board.close();
  await page.close();
});
