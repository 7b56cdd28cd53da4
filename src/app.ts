import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import type { FastifyPluginAsync, FastifyPluginCallback } from 'fastify';
import { createLanes } from './bots/lane';
import { createSilentPlatforms } from './bots/silent/silent-platforms';
import { createSandbox, type Sandbox } from './bots/sandbox/sandbox';
import { createTelegramBot, type TelegramBot, type TelegramMode } from './bots/telegram/telegram.bot';
import type { Config } from './config';
import { createJobs, type Jobs } from './jobs/jobs';
import { loadPackFile } from './load-pack';
import { sayWelcome } from './say-welcome';
import { openWechat } from './open-wechat';
import { serveFigures } from './metrics/serve-figures';
import { createMeters } from './metrics/meters';
import { watchCommits } from './metrics/watch-commits';
import { watchEngine } from './metrics/watch-engine';
import { watchPlatform } from './metrics/watch-platform';
import { createStore, type Stores } from './store/store';
import type { Engine } from './usecases/engine';
import type { Pack } from './usecases/packs/pack';
import type { Clock, Logger, Platform } from './usecases/ports';
import { openSetup } from './usecases/setup/open-setup';
import { open311Routes } from './web/open311/open311-routes';
import { pageRoutes } from './web/page-routes';
import { createPages } from './web/pages/pages';
import { probesOf } from './probes';
import { createWeb } from './web/web';
import { atOnceMs, openEngine } from './open-engine';

export interface AppNeeds {
  readonly config: Config;
  readonly mongoUri: string;
  readonly redisUrl: string;
  /** Signs buttons. */
  readonly secret: string;
  /** The first seals fields of documents, all of them open. */
  readonly fieldKeys: readonly Buffer[];
  readonly log: Logger;
}

export interface App {
  /** Says where it listens. */
  start(): Promise<string>;
  /** In order: nothing new comes in, what was begun is finished, connections end. */
  stop(): Promise<void>;
  welcome(address: string): Promise<string>;
}

const machine: Clock = { now: () => new Date() };

const telegramMode = (config: Config, webhookSecret: string | null): TelegramMode =>
  config.publicUrl && webhookSecret
    ? { kind: 'webhook', url: `${config.publicUrl}/telegram/webhook`, secretToken: webhookSecret }
    : { kind: 'polling' };

interface Parts {
  readonly needs: AppNeeds;
  readonly stores: Stores;
  readonly pack: Pack;
  readonly engine: Engine;
  readonly holder: string;
}

const telegramOf = ({ needs, stores, engine, holder }: Parts): TelegramBot | null => {
  const { config, secret, log } = needs;
  if (!config.telegram) return null;
  const { token, apiRoot, webhookSecret } = config.telegram;
  const mode = telegramMode(config, webhookSecret);
  return createTelegramBot({ ...stores, token, apiRoot, secret, mode, holder, engine, lanes: createLanes(), log });
};

const sandboxOf = ({ needs, stores, pack }: Omit<Parts, 'engine'>): Sandbox | null =>
  needs.config.sandbox
    ? createSandbox({ ...stores, store: stores.sandbox, pack, firstMoment: needs.config.sandboxStart, log: needs.log })
    : null;

/** The composition root: the only file that sees everything. */
export const createApp = async (needs: AppNeeds): Promise<App> => {
  const { config, log, fieldKeys } = needs;
  const { pack: packOfFile, text: packText, readBeside } = await loadPackFile(config.packFile);
  const meters = createMeters();
  const opened = await createStore({ uri: needs.mongoUri, communityId: packOfFile.community.id, log, fieldKeys });
  const stores = { ...opened, unitOfWork: watchCommits(opened.unitOfWork, meters) };
  const pack = (await openSetup({ ...stores, log }, packText, readBeside))?.pack ?? packOfFile;
  const usePack = (wanted: Pack) => stores.savePack(wanted, { ownIdsOn: config.sandbox ? ['sandbox'] : [] });
  await usePack(pack);
  const holder = `${hostname()}.${process.pid}.${randomUUID().slice(0, 8)}`;
  const platforms = new Map<string, Platform>();
  const jobsPorts = { ...stores, machine, platforms };
  let listening: string | null = null;
  const siteUrl = (): string => config.publicUrl ?? listening ?? `http://${config.host}:${config.port}`;
  const engine = watchEngine(openEngine({ stores, jobs: () => jobs, platforms, holder, siteUrl, config, log }), meters);
  const jobs: Jobs = createJobs({
    engine: () => engine,
    keepHouse: () => engine.keepHouse(),
    ports: jobsPorts,
    redisUrl: needs.redisUrl,
    holder,
    roles: config.roles,
    log,
  });
  const parts: Parts = { needs, stores, pack, engine, holder };
  const telegram = telegramOf(parts);
  const wechat = await openWechat({ config, stores, engine, wakeUps: jobs.wakeUps, holder, log });
  const sandbox = sandboxOf(parts);
  const sandboxServer =
    sandbox?.serve({ engine, fetchPhoto: ({ id }) => jobs.fetchPhoto(id), sweep: () => jobs.sweepNow() }) ?? null;
  const silent = createSilentPlatforms(stores.uploads);
  for (const platform of [telegram?.platform, wechat?.platform, sandbox?.platform, ...silent])
    if (platform) platforms.set(platform.name, watchPlatform(platform, meters));
  const plugins: (FastifyPluginAsync | FastifyPluginCallback)[] = [];
  if (sandboxServer) plugins.push(sandboxServer.routes);
  plugins.push(open311Routes({ ...stores, post: engine.post, siteUrl, log }));
  const queueCounts = () => jobs.queues.counts();
  const recomputeAtOnce = () => engine.recompute(atOnceMs);
  const setup = { ...stores, usePack, recompute: recomputeAtOnce, readBeside };
  const routes = pageRoutes({
    ...stores,
    asInChat: engine.asInChat,
    siteUrl,
    ...{ machine, platforms, queues: jobs.queues, wakeUps: jobs.wakeUps },
    secret: needs.secret,
    setup,
  });
  plugins.push(createPages({ ...stores, secret: needs.secret, publicUrl: config.publicUrl, routes, log }));
  const bots = config.roles.includes('bots');
  const web = await createWeb({
    host: config.host,
    port: config.port,
    log,
    probes: probesOf(stores, jobs, bots ? telegram : null),
    plugins,
    direct: bots && telegram?.route ? [telegram.route] : [],
    metrics: serveFigures(meters, { ...stores, machine, queueCounts }, config.metricsToken),
    home: sandbox ? '/sandbox' : null,
  });
  return {
    start: async () => {
      await engine.recompute(atOnceMs);
      jobs.start();
      await sandboxServer?.start();
      await engine.begin();
      if (bots) await telegram?.start();
      if (bots) wechat?.start();
      listening = await web.start();
      return listening;
    },
    stop: async () => {
      await web.stop();
      await Promise.all([telegram?.stop(), wechat?.stop(), sandboxServer?.stop()]);
      await jobs.stop();
      await stores.close();
    },
    welcome: async (address) => {
      const mode = telegram && config.telegram ? telegramMode(config, config.telegram.webhookSecret).kind : null;
      return sayWelcome({ ...stores, config, community: await stores.communities.current(), telegram: mode }, address);
    },
  };
};
