/**
 * `npm run bench:alarm`. From a message that says somebody is in danger to the alarm handed to the platform for the last of
 * twenty people on duty, while a thousand ordinary messages wait in the outbox and are sent as fast as the platform
 * allows; beside it, the floor: bare telegraf sending twenty messages. Out: a table. ALARMS=40 makes it a short one.
 */
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { mongo } from 'mongoose';
import { Telegraf } from 'telegraf';
import { parse, stringify } from 'yaml';
import { z } from 'zod';
import { freePort } from '../../src/embedded/free-port';
import { draftToDocument } from '../../src/store/delivery/outbox-draft';
import { scopeOf } from '../../src/store/scope';
import { startOwnServers } from '../../test/support/own-servers';
import { writeBenchPack } from '../bench-pack';
import { startMeasured } from '../measured-process';
import { buildings, residents } from '../messages';
import { median } from '../rounds';

const alarms = Number(process.env['ALARMS'] ?? 200);
const onDuty = 20;
const waiting = 1_000;
const token = '4242:a-token-of-the-bench-0123456789';
const secretToken = 'a-secret_of-the-bench-0123456789';
/** As long as the platform's limit looks back, so that no alarm pays for the one before. */
const pauseMs = 1_100;
const mostMs = 20_000;
const dangers = ['{b}号楼有人晕倒了，快来', '{b}号楼着火了，冒黑烟', '{b}号楼里煤气味好大', '{b}号楼电梯里困住人了'];

interface Sent {
  readonly chat: number;
  readonly text: string;
  readonly at: number;
}

const Body = z.looseObject({ chat_id: z.coerce.number().default(0), text: z.string().default('') });

/** Telegram's Bot API as far as it is needed, with the moment of each message. */
const startRecordingApi = async () => {
  const sent: Sent[] = [];
  let messages = 0;
  const server = createServer((request, response) => {
    const method = request.url?.split('/').at(-1) ?? '';
    let body = '';
    request.setEncoding('utf8').on('data', (part: string) => (body += part));
    request.once('end', () => {
      messages += 1;
      if (method === 'sendMessage') {
        const { chat_id: chat, text } = Body.parse(JSON.parse(body));
        sent.push({ chat, text, at: performance.now() });
      }
      const me = { id: 4242, is_bot: true, first_name: '邻里', username: 'linli_bench_bot' };
      const result =
        method === 'getMe' ? me : method.startsWith('send') ? { message_id: messages, date: 0, chat: me } : true;
      response.setHeader('content-type', 'application/json').end(JSON.stringify({ ok: true, result }));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    sent,
    apiRoot: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  };
};

const dutyIds = Array.from({ length: onDuty }, (_, index) => ({ id: `duty-${index + 1}`, telegram: 50_000 + index }));

/** The bench's community with exactly twenty on duty, round the clock. */
const writeAlarmPack = (file: string): void => {
  writeBenchPack(file);
  const Pack = z.looseObject({ people: z.array(z.unknown()), duty: z.array(z.unknown()) });
  const pack = Pack.parse(parse(readFileSync(file, 'utf8')));
  const weekdays = [1, 2, 3, 4, 5, 6, 7];
  const grown = {
    ...pack,
    people: [
      ...pack.people,
      ...dutyIds.map((each) => ({ ...each, name: each.id, roles: { 'grid-worker': ['linli'] } })),
    ],
    duty: dutyIds.map(({ id }) => ({ person: id, area: 'linli', weekdays })),
  };
  writeFileSync(file, stringify(grown, { aliasDuplicateObjects: false }));
};

const post = async (port: number, id: number, from: { id: string; telegram: number }, text: string): Promise<void> => {
  const answer = await fetch(`http://127.0.0.1:${port}/telegram/webhook`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-telegram-bot-api-secret-token': secretToken },
    body: JSON.stringify({
      update_id: id,
      message: {
        message_id: id,
        from: { id: from.telegram, is_bot: false, first_name: from.id, language_code: 'zh' },
        chat: { id: from.telegram, type: 'private', first_name: from.id },
        date: Math.floor(Date.now() / 1000),
        text,
      },
    }),
  });
  if (answer.status !== 200) throw new Error(`the webhook answered ${answer.status}`);
};

const at = <T>(list: readonly T[], index: number): T => {
  const found = list[index % list.length];
  if (found === undefined) throw new Error('an empty list');
  return found;
};

const until = async (what: string, holds: () => boolean | Promise<boolean>): Promise<void> => {
  const giveUp = performance.now() + mostMs;
  while (!(await holds())) {
    if (performance.now() > giveUp) throw new Error(`${what}: not within ${mostMs / 1000} s`);
    await sleep(5);
  }
};

const percentile = (values: readonly number[], share: number): number => {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? 0;
};

/** Tops the outbox up to a thousand ordinary messages, spread over the residents' private chats. */
const topUp = async (db: mongo.Db, round: number): Promise<void> => {
  const pending = await db.collection('outbox').countDocuments({ pending: true, critical: false });
  const chats = await db
    .collection<{ id: string; person: string | null }>('chats')
    .find({ kind: 'private', person: { $in: residents.map(({ id }) => id) } })
    .project<{ id: string; person: string }>({ id: 1, person: 1 })
    .toArray();
  if (chats.length === 0) throw new Error('no private chats');
  const rows = Array.from({ length: Math.max(0, waiting - pending) }, (_, index) => {
    const { id: chat, person } = at(chats, index);
    return draftToDocument(
      {
        effect: `bench/${round}/${index}`,
        chat,
        person,
        matter: null,
        matterVersion: 0,
        say: {
          to: { person },
          key: `bench.${round}.${index}`,
          urgency: 'ordinary',
          wording: 'help.not-understood',
          params: {},
        },
      },
      scopeOf('demo'),
      new Date(),
    );
  });
  if (rows.length > 0) await db.collection<{ _id: string }>('outbox').insertMany(rows);
};

interface Alarmed {
  readonly ms: number;
  readonly floorMs: number;
}

const main = async (): Promise<void> => {
  const dir = mkdtempSync(join(tmpdir(), 'linli-bench-alarm-'));
  const [servers, api] = await Promise.all([startOwnServers(join(dir, 'servers')), startRecordingApi()]);
  const port = await freePort();
  const pack = join(dir, 'pack.yaml');
  writeAlarmPack(pack);
  const ours = startMeasured('ours', join(__dirname, '..', '..', 'dist', 'main.js'), {
    env: {
      NODE_ENV: 'production',
      MONGODB_URI: servers.mongoUri,
      REDIS_URL: servers.redisUrl,
      SECRET: randomBytes(32).toString('hex'),
      FIELD_KEY: randomBytes(32).toString('hex'),
      LOG_LEVEL: 'warn',
      PACK: pack,
      PORT: String(port),
      PUBLIC_URL: `http://127.0.0.1:${port}`,
      TELEGRAM_BOT_TOKEN: token,
      TELEGRAM_API_ROOT: api.apiRoot,
      TELEGRAM_WEBHOOK_SECRET: secretToken,
    },
  });
  const client = await mongo.MongoClient.connect(servers.mongoUri);
  const db = client.db();
  const floor = new Telegraf(token, { telegram: { apiRoot: api.apiRoot } });
  try {
    await until('the program is ready', () =>
      fetch(`http://127.0.0.1:${port}/readyz`).then(
        ({ ok }) => ok,
        () => false,
      ),
    );
    const measured: Alarmed[] = [];
    let update = 1;
    let ordinary = 0;
    const duty = new Set(dutyIds.map(({ telegram }) => telegram));
    for (let round = 0; round < alarms; round += 1) {
      await topUp(db, round);
      // Somebody who asks something wakes the drains of the residents' chats, as in any hour.
      await post(port, update++, at(residents, round * 11 + 1), '帮助');
      await sleep(pauseMs);
      const before = api.sent.length;
      const cell = Math.floor(round / buildings);
      const text = at(dangers, cell).replace('{b}', String((round % buildings) + 1));
      const begun = performance.now();
      await post(port, update++, at(residents, round * 7), text);
      const alarmed = () =>
        new Set(
          api.sent
            .slice(before)
            .filter(({ chat, text: said }) => duty.has(chat) && said.includes('【紧急】'))
            .map(({ chat }) => chat),
        );
      await until(`alarm ${round + 1} (“${text}”)`, () => alarmed().size === onDuty);
      const heard = api.sent
        .slice(before)
        .filter(({ chat, text: said }) => duty.has(chat) && said.includes('【紧急】'));
      ordinary += api.sent.length - before - heard.length;
      const ms = Math.max(...heard.map((each) => each.at)) - begun;
      const bareFrom = performance.now();
      await Promise.all(dutyIds.map(({ telegram }) => floor.telegram.sendMessage(telegram + 1_000_000, text)));
      measured.push({ ms, floorMs: performance.now() - bareFrom });
      // Taken charge of, so that it is not called again while the next is measured.
      await db.collection('matters').deleteMany({ kind: 'ticket' });
      await db.collection('guards').deleteMany({});
    }
    const [own, bare] = [measured.map(({ ms }) => ms), measured.map(({ floorMs }) => floorMs)];
    const p99 = percentile(own, 0.99);
    console.log(
      [
        `| | Linli | floor | goal |`,
        `| --- | --- | --- | --- |`,
        `| alarm to ${onDuty} people, ${waiting} messages waiting: p50 | ${median(own).toFixed(0)} ms | ${median(bare).toFixed(0)} ms | |`,
        `| the same: p99 of ${alarms} | ${p99.toFixed(0)} ms | ${percentile(bare, 0.99).toFixed(0)} ms | < 1,000 ms, ${p99 < 1000 ? 'reached' : 'not reached'} |`,
        '',
        `${ordinary} other messages went out between an alarm's message and its last alarm.`,
      ].join('\n'),
    );
  } finally {
    await ours.stop();
    await client.close();
    api.stop();
    await servers.stop();
    rmSync(dir, { recursive: true, force: true });
  }
};

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
