import Fastify, { type FastifyInstance } from 'fastify';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createSandbox } from '../../src/bots/sandbox/sandbox';
import type { Inbound } from '../../src/usecases/inbound';
import { readPack, type Pack } from '../../src/usecases/packs/pack';
import { openStore, silentLog, type OpenedStore } from '../support/open-store';
import {
  noNotice,
  platformContract,
  type Can,
  type PlatformWorld,
  type Said,
  type Where,
  type Who,
} from './platform.contract';

const demoPack = (): Pack => {
  const folder = join(__dirname, '..', '..', 'packs');
  const file = (fileName: string) => ({ text: readFileSync(join(folder, fileName), 'utf8'), fileName });
  const read = readPack(file('demo.yaml').text, 'demo.yaml', file);
  if (!read.ok) throw new Error('The demo pack has mistakes.');
  return read.value;
};

const ids = { zhao: 'zhao-fei', li: 'li-jie' } as const;
const names = { zhao: '赵小飞', li: '李姐' } as const;
const places = { group: 'a-new-group', zhao: 'private-zhao-fei', li: 'private-li-jie' } as const;

interface SeenMessage {
  readonly id: string;
  readonly from: string;
  readonly text: string;
  readonly photos: readonly string[];
  readonly choices: readonly { readonly label: string }[];
  readonly replyTo: string | null;
  readonly deletedAt: string | null;
}

const talking = (app: FastifyInstance) => {
  const post = async (url: string, payload: object): Promise<Record<string, unknown>> => {
    const response = await app.inject({ method: 'POST', url: `/sandbox/api${url}`, payload });
    if (response.statusCode >= 400) throw new Error(`${url}: ${response.body}`);
    return response.body === '' ? {} : response.json<Record<string, unknown>>();
  };

  const says: PlatformWorld['says'] = async (who, where, what) => {
    const chat = `/chats/${places[where]}/messages`;
    const { photo, voice, mentionsBot, text, ...rest } = what;
    const words = mentionsBot ? { text: `@邻里 ${text ?? ''}` } : text === undefined ? {} : { text };
    const message = {
      from: ids[who],
      ...rest,
      ...words,
      ...(photo && { photo: photo.toString('base64') }),
      ...(voice && { voice: voice.toString('base64') }),
    };
    const id = String((await post(chat, message))['id']);
    const said: Said = {
      messageId: id,
      again: async () => {
        await post(chat, { ...message, id });
      },
      edit: async (text) => {
        await post(`${chat}/${id}/edit`, { text });
      },
    };
    return said;
  };

  const shownIn = async (where: Where): Promise<readonly SeenMessage[]> => {
    const all = (await app.inject(`/sandbox/api/chats/${places[where]}/messages`)).json<SeenMessage[]>();
    return all.filter(({ from, deletedAt }) => from === 'bot' && deletedAt === null);
  };

  const pictureBytes = async (where: Where): Promise<readonly number[]> =>
    Promise.all(
      (await shownIn(where))
        .flatMap(({ photos }) => photos)
        .map(async (url) => (await app.inject(url)).rawPayload.length),
    );

  const seen = async (where: Where) => {
    return (await shownIn(where)).map(({ text, photos, choices, replyTo }) => ({
      text,
      photos: photos.length,
      choices: choices.map(({ label }) => label),
      replyTo,
    }));
  };

  const presses = async (who: Who, where: Where, as: string, { id: choice }: { id: string }) => {
    const { notice } = await post(`/chats/${places[where]}/messages/${as}/choose`, { from: ids[who], choice });
    return typeof notice === 'string' ? notice : null;
  };

  return { post, says, seen, pictureBytes, presses };
};

const startSandbox = async (world: Pick<PlatformWorld, 'handed' | 'answer'>, { store }: OpenedStore) => {
  const pack = demoPack();
  await store.savePack(pack, { ownIdsOn: ['sandbox'] });
  const sandbox = createSandbox({ ...store, store: store.sandbox, pack, firstMoment: null, log: silentLog });
  const server = sandbox.serve({
    engine: {
      handle: async (inbound) => {
        const answer = await world.answer(inbound);
        world.handed.push(inbound);
        return answer;
      },
      begin: () => Promise.resolve(),
      tick: () => Promise.resolve('not-due'),
      drain: () => Promise.resolve({ sent: 0, held: false, nextAt: null }),
      recompute: () => Promise.resolve(0),
      photoKept: () => Promise.resolve(),
    },
    fetchPhoto: () => Promise.resolve(),
    sweep: () => Promise.resolve(),
  });
  const app = Fastify();
  await app.register(server.routes);
  await server.start();
  return { app, server, platform: sandbox.platform };
};

const openSandbox = async (): Promise<PlatformWorld> => {
  const opened = await openStore({ rememberMs: 0, communityPollMs: 0 });
  const { store } = opened;
  const handed: Inbound[] = [];
  const taking: Pick<PlatformWorld, 'handed' | 'answer'> = { handed, answer: () => Promise.resolve(noNotice) };
  const { app, server, platform } = await startSandbox(taking, opened);
  const { post, says, seen, pictureBytes, presses } = talking(app);
  await post('/chats', { id: places.group, title: '骑手群', members: [ids.zhao] });
  await post(`/chats/${places.group}/members`, { join: { id: ids.li, name: '李姐' } });
  const settled = async () => {
    await post('/settle', {});
  };
  await settled();
  handed.splice(0);

  const chat: PlatformWorld['chat'] = async (where) => {
    const known = await store.sandbox.chat(places[where]);
    if (!known) throw new Error(`There is no chat ${places[where]}.`);
    const { kind, title, members } = known;
    const [owner] = members;
    // A private chat is known by its person, as on Telegram.
    const nativeId = kind === 'private' ? (owner?.id ?? '') : known.id;
    const identity = { platform: 'sandbox', nativeId: owner?.id ?? '', name: owner?.name ?? '' };
    const person = kind === 'private' ? (await store.people.identify(identity)).person : null;
    return store.chats.resolve({ platform: 'sandbox', account: 'sandbox', nativeId, kind, title, person });
  };

  return {
    platform,
    store,
    handed,
    get answer() {
      return taking.answer;
    },
    set answer(answer) {
      taking.answer = answer;
    },
    says,
    seen,
    pictureBytes,
    presses,
    chat,
    settled,
    leaves: async (who) => {
      await post(`/chats/${places.group}/members`, { leave: ids[who] });
    },
    joins: async (who) => {
      await post(`/chats/${places.group}/members`, { join: { id: ids[who], name: names[who] } });
    },
    renames: () => Promise.reject(new Error('a group of the sandbox keeps its title')),
    callsThemselves: async (who, name) => {
      await post(`/chats/${places.group}/members`, { leave: ids[who] });
      await post(`/chats/${places.group}/members`, { join: { id: ids[who], name } });
    },
    recalls: async (_who, where, messageId) => {
      await post(`/chats/${places[where]}/messages/${messageId}/recall`, {});
    },
    changesIds: () => Promise.reject(new Error('a group of the sandbox keeps its id')),
    stranger: () => Promise.reject(new Error('everybody in the sandbox can be written to')),
    blocksBot: async (who) => {
      await post(`/chats/${places[who]}/bot`, { removed: true });
    },
    removesBot: async () => {
      await post(`/chats/${places.group}/bot`, { removed: true });
    },
    close: async () => {
      await server.stop();
      await app.close();
      await opened.close();
    },
  };
};

/** Its groups keep ids and titles, and everybody there can be written to. */
const can: Can = {
  ...{
    buttons: true,
    edits: true,
    redacts: true,
    splits: false,
    replies: true,
    quoteIds: true,
    peopleEdit: true,
    albums: true,
  },
  ...{ captions: true, renames: false, recalls: true, changesIds: false, strangers: false },
};

platformContract('sandbox', openSandbox, can);
