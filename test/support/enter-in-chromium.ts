import type { Browser } from 'playwright-core';
import type { BoardWorld } from './board-world';
import { openWatched, type Screen, type Watched } from './chromium';

/** Somebody opens the link of the chat in a browser of their own, and is on the board's first page. */
export const enterInChromium = async (
  browser: Browser,
  world: BoardWorld,
  person: string,
  screen: Screen,
): Promise<Watched> => {
  const watched = await openWatched(browser, screen);
  const { page } = watched;
  await page.goto(`${world.app.address}${await world.link(person)}`);
  await page.getByRole('button', { name: '登录', exact: true }).click();
  await page.getByRole('heading', { name: '今天' }).waitFor();
  return watched;
};
