import axe from 'axe-core';
import { chromium, type Browser, type Page } from 'playwright-core';

const flags = ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-sync'];

/** Debian's own browser. */
export const launchChromium = (): Promise<Browser> =>
  chromium.launch({ executablePath: '/usr/bin/chromium', args: flags });

/** A page with what went wrong on it, whom it asked, and how much came over the wire. */
export interface Watched {
  readonly page: Page;
  readonly errors: readonly string[];
  readonly hosts: ReadonlySet<string>;
  /** Bytes since the last time this was asked; of a browser that has nothing of ours yet, when it was just opened. */
  bytes(): number;
}

const watch = async (page: Page): Promise<Watched> => {
  const errors: string[] = [];
  const hosts = new Set<string>();
  let received = 0;
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  page.on('request', (request) => {
    const { protocol, host } = new URL(request.url());
    if (protocol !== 'data:') hosts.add(host);
  });
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  session.on('Network.loadingFinished', ({ encodedDataLength }) => (received += encodedDataLength));
  return {
    page,
    errors,
    hosts,
    bytes: () => {
      const since = received;
      received = 0;
      return since;
    },
  };
};

export interface Screen {
  readonly width: number;
  readonly dark?: boolean;
}

/** A browser of its own: no cookie, no file of ours. */
export const openWatched = async (browser: Browser, { width, dark = false }: Screen): Promise<Watched> => {
  const colorScheme = dark ? 'dark' : 'light';
  const context = await browser.newContext({ viewport: { width, height: 900 }, locale: 'zh-CN', colorScheme });
  return watch(await context.newPage());
};

/** What axe-core finds. The page's own rules let no script of ours in; the test's is put in beside them. */
export const axeFaults = async (page: Page): Promise<readonly string[]> => {
  const session = await page.context().newCDPSession(page);
  await session.send('Page.setBypassCSP', { enabled: true });
  await session.send('Runtime.evaluate', { expression: axe.source });
  const { result } = await session.send('Runtime.evaluate', {
    expression:
      'axe.run().then((r) => JSON.stringify(r.violations.map((v) => v.id + ": " + v.nodes.map((n) => n.html).join(" | "))))',
    awaitPromise: true,
  });
  return JSON.parse(String(result.value)) as readonly string[];
};

export const isTooWide = (page: Page): Promise<boolean> =>
  page.evaluate('document.documentElement.scrollWidth > document.documentElement.clientWidth');

/** A picture that cannot be drawn is a hole in the page. */
export const hasEveryPicture = (page: Page): Promise<boolean> =>
  page.evaluate(
    'Promise.all([...document.images].filter((one) => one.loading !== "lazy").map((one) => one.decode().then(() => true, () => false))).then((all) => all.every(Boolean))',
  );

/** Keeps what a page looks like, where `BOARD_SHOTS` names a folder. */
export const shoot = async (page: Page, name: string): Promise<void> => {
  const folder = process.env['BOARD_SHOTS'];
  if (folder !== undefined) await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true });
};
