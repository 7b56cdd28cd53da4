import { boardBrowser, linkIn, type BoardBrowser } from './board-browser';
import { sign } from '@fastify/cookie';
import { createStore } from '../../src/store/store';
import { silentLog } from './open-store';
import { sandboxWorld } from './story-sandbox';

type World = Awaited<ReturnType<typeof sandboxWorld>>;

export interface BoardWorld extends World {
  /** Signs somebody in by what the chat tells them. */
  enter(person: string): Promise<BoardBrowser>;
  /** Signs in somebody whom the chat would give no link, as if they once had one. */
  force(person: string): Promise<BoardBrowser>;
  /** Files of forms that nobody came for yet. */
  uploadsLeft(): Promise<number>;
  /** The path that the chat tells them. */
  link(person: string): Promise<string>;
}

const secret = 'the secret of these tests, of 32 characters';

/** The demo neighbourhood, with the board. */
export const boardWorld = async (env: Readonly<Record<string, string>> = {}): Promise<BoardWorld> => {
  const world = await sandboxWorld({ env: { SECRET: secret, ...env } });
  const link = async (person: string): Promise<string> => {
    await world.writes(person, { text: '看板' });
    return linkIn((await world.private(person)).at(-1)?.text ?? '');
  };
  const enter = async (person: string): Promise<BoardBrowser> => {
    const browser = boardBrowser(world.app.address);
    const path = await link(person);
    await browser.get(path);
    const entered = await browser.post(path);
    if (entered.status !== 303) throw new Error(`${person} was not let in: ${entered.text}`);
    return browser;
  };
  const force = async (person: string): Promise<BoardBrowser> => {
    const store = await createStore({ uri: world.app.mongoUri, communityId: 'demo', log: silentLog });
    const browser = boardBrowser(world.app.address);
    const { token } = await store.sessions.open(person, 'test');
    browser.cookies.set('linli', encodeURIComponent(sign(token, secret)));
    await store.close();
    return browser;
  };
  const uploadsLeft = async (): Promise<number> => {
    const store = await createStore({ uri: world.app.mongoUri, communityId: 'demo', log: silentLog });
    const left = await store.connection
      .getClient()
      .db(store.connection.name)
      .collection('upload_files.files')
      .countDocuments();
    await store.close();
    return left;
  };
  return { ...world, link, enter, force, uploadsLeft };
};

/** A form of a row as its page holds it: the key that makes it count once, and the token. */
export const formOf = (text: string, number: number, act: string): Readonly<Record<string, string>> => {
  const forms = text.split('<form').filter((form) => form.includes(`action="/board/tickets/${number}/act"`));
  const form = forms.find((each) => each.includes(`name="act" value="${act}"`)) ?? '';
  const valueOf = (name: string): string => new RegExp(`name="${name}"\\s+value="([^"]*)"`, 'u').exec(form)?.[1] ?? '';
  if (form === '') throw new Error(`The page has no form to ${act} #${number}.`);
  return { act, key: valueOf('key'), _csrf: valueOf('_csrf') };
};
