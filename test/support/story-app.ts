import { randomBytes } from 'node:crypto';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseDocument } from 'yaml';
import { createApp, type App } from '../../src/app';
import { loadConfig } from '../../src/config';
import { createLog } from '../../src/log';
import { startServers } from './servers';

const packs = resolve(__dirname, '../../packs');

export interface StoryAppOptions {
  /** The first moment, ISO 8601. A Friday morning in working hours unless said otherwise. */
  readonly startsAt?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Platform ids for people and groups of the demo pack. */
  readonly telegramIds?: ReadonlyMap<string, number>;
  readonly wechatIds?: ReadonlyMap<string, string>;
}

export interface StoryApp {
  readonly address: string;
  readonly mongoUri: string;
  /** Ends the program as Ctrl-C does and starts it again on the same data. */
  restart(): Promise<void>;
  /** What the start prints. */
  welcome(): Promise<string>;
  stop(): Promise<void>;
}

/** The demo pack, with platform ids and places on the map where a story needs them, and figures of the policy changed. */
export const packFile = async (
  ids: ReadonlyMap<string, number>,
  policy: Readonly<Record<string, number | boolean | string | Readonly<Record<string, boolean>>>> = {},
  spots: Readonly<Record<string, { readonly lat: number; readonly lng: number }>> = {},
  settings: Readonly<Record<string, string>> = {},
  wechatIds: ReadonlyMap<string, string> = new Map(),
): Promise<string> => {
  const { readFile } = await import('node:fs/promises');
  const document = parseDocument(await readFile(join(packs, 'demo.yaml'), 'utf8'));
  document.set('extends', join(packs, 'categories.yaml'));
  const itemsOf = (list: string) =>
    (document.get(list) as { items: { get(key: string): string; set(key: string, value: unknown): void }[] }).items;
  for (const item of [...itemsOf('people'), ...itemsOf('groups')]) {
    const id = ids.get(item.get('id'));
    if (id !== undefined) item.set('telegram', String(id));
    const wechat = wechatIds.get(item.get('id'));
    if (wechat !== undefined) item.set('wechat', wechat);
  }
  for (const item of itemsOf('areas')) {
    const spot = spots[item.get('id')];
    if (spot) item.set('at', document.createNode(spot));
  }
  for (const [key, value] of Object.entries(settings)) document.set(key, value);
  for (const [figure, value] of Object.entries(policy)) document.setIn(['policy', figure], value);
  const file = join(mkdtempSync(join(tmpdir(), 'linli-pack-')), 'pack.yaml');
  writeFileSync(file, String(document));
  return file;
};

/** The whole program in this process: real MongoDB, Redis and HTTP, the demo neighbourhood, a clock that can be moved. */
export const startStoryApp = async ({
  startsAt,
  env,
  telegramIds,
  wechatIds,
}: StoryAppOptions = {}): Promise<StoryApp> => {
  const servers = await startServers();
  const config = loadConfig({
    MONGODB_URI: servers.mongoUri,
    REDIS_URL: servers.redisUrl,
    SANDBOX: '1',
    SANDBOX_START: startsAt ?? '2026-11-20T09:00:00+08:00',
    PORT: '0',
    SECRET: randomBytes(32).toString('hex'),
    FIELD_KEY: randomBytes(32).toString('base64'),
    LOG_LEVEL: 'silent',
    ...((telegramIds ?? wechatIds) ? { PACK: await packFile(telegramIds ?? new Map(), {}, {}, {}, wechatIds) } : {}),
    ...env,
  });
  if (!config.ok) throw new Error(JSON.stringify(config.problems));
  const { mongoUri, redisUrl } = servers;
  const secret = config.config.secret ?? '';
  const begin = (): Promise<App> =>
    createApp({
      ...{ config: config.config, mongoUri, redisUrl, secret },
      fieldKeys: config.config.fieldKeys,
      log: createLog(config.config.logLevel),
    });
  let app = await begin();
  let address = await app.start();
  return {
    mongoUri,
    get address() {
      return address;
    },
    restart: async () => {
      await app.stop();
      app = await begin();
      address = await app.start();
    },
    welcome: () => app.welcome(address),
    stop: async () => {
      await app.stop();
      await servers.stop();
    },
  };
};
