import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Inbound, InboundMessage } from '../../usecases/inbound';
import { createLanes } from '../lane';
import { createIntake, type IntakeNeeds } from './wechat.intake';
import { createOverflow } from './wechat.overflow';

const bot = { id: 'wxid_bot', name: '邻里' };

const said = (id: string): InboundMessage => ({
  ...{ kind: 'message', key: `c:${id}`, messageId: id, at: '2026-11-21T02:00:00.000Z', text: id, media: [] },
  chat: { id: 'c', kind: 'group', platform: 'wechat', title: '', purpose: null, area: null },
  sender: { person: 'p', name: 'p', identity: { platform: 'wechat', account: 'main', nativeId: 'p' } },
  ...{ location: null, album: null, replyTo: null, mentioned: false, forwarded: false, fromBot: false, edited: false },
});

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});
const aFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'waiting-'));
  folders.push(folder);
  return folder;
};
const aDisk = (folder = aFolder(), perFile = 1_000) =>
  createOverflow({ folder, perFile, log: { warn: () => undefined } });

/** A puppet that answers when it is let, and a Linli that takes its time. */
const opened = (given: Partial<IntakeNeeds> = {}) => {
  const handled: string[] = [];
  const incidents: string[] = [];
  const counted = { asking: 0, mostAsking: 0, handling: 0, mostHandling: 0 };
  const soon = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
  const messagePayload = async (id: string): Promise<object> => {
    counted.asking += 1;
    counted.mostAsking = Math.max(counted.mostAsking, counted.asking);
    await soon();
    counted.asking -= 1;
    return { id, talkerId: 'p', roomId: 'r', text: id, timestamp: 1, type: 7 };
  };
  const intake = createIntake({
    puppet: () => ({ messagePayload }),
    translate: {
      message: ({ id }) => Promise.resolve(said(id)),
      change: () => Promise.resolve([]),
    },
    self: () => bot,
    handle: async (inbound: Inbound) => {
      counted.handling += 1;
      counted.mostHandling = Math.max(counted.mostHandling, counted.handling);
      await soon();
      counted.handling -= 1;
      if (inbound.kind === 'message') handled.push(inbound.messageId);
    },
    lanes: createLanes(),
    incidents: {
      open: (subject) => Promise.resolve(void incidents.push(subject)),
      close: (subject) => Promise.resolve(void incidents.push(`${subject} is over`)),
    },
    overflow: aDisk(),
    log: { info: () => undefined, warn: () => undefined, error: () => undefined },
    ...given,
  });
  return { intake, handled, incidents, counted };
};

const ids = (count: number): readonly string[] => Array.from({ length: count }, (_, index) => `m${index}`);

test('a burst waits as numbers: few payloads are asked for at once, one message of a chat is handled at a time, none is lost', async () => {
  const { intake, handled, incidents, counted } = opened();
  for (const id of ids(5_000)) intake.message(id);
  expect(intake.busy()).toBe(5_000);
  intake.open();
  await intake.idle();
  expect(handled).toEqual(ids(5_000));
  expect(counted.mostAsking).toBeLessThanOrEqual(64);
  expect(counted.mostHandling).toBe(1);
  expect(incidents).toEqual(['wechat:flood is over']);
});

test('what is more than can wait in memory lies on the disk: none is lost, all come in order, and staff are told', async () => {
  const { intake, handled, incidents } = opened({ maxWaiting: 100, overflow: aDisk(aFolder(), 30) });
  for (const id of ids(1_000)) intake.message(id);
  expect(intake.busy()).toBe(1_000);
  intake.open();
  // Some come while the disk is being emptied.
  for (const id of ids(1_100).slice(1_000)) intake.message(id);
  await intake.idle();
  expect(handled).toEqual(ids(1_100));
  expect(incidents).toEqual(['wechat:flood', 'wechat:flood is over']);
  expect(intake.busy()).toBe(0);
});

test('where the disk takes no more the rest is not taken, and staff are told of that', async () => {
  const folder = join(aFolder(), 'no folder');
  writeFileSync(folder, '');
  const { intake, handled, incidents } = opened({ maxWaiting: 100, overflow: aDisk(folder, 30) });
  for (const id of ids(200)) intake.message(id);
  expect(intake.busy()).toBe(160);
  intake.open();
  await intake.idle();
  expect(handled).toEqual(ids(160));
  expect(new Set(incidents)).toEqual(new Set(['wechat:flood', 'wechat:lost', 'wechat:flood is over']));
});

test('what lay on the disk when the process was killed is handled by the next one; half a line is none', async () => {
  const folder = aFolder();
  const killed = opened({ maxWaiting: 100, overflow: aDisk(folder, 30) });
  for (const id of ids(165)) killed.intake.message(id);
  const change = { what: 'left', room: 'r', who: ['p'], by: 'p', timestamp: 1 } as const;
  const half = `${JSON.stringify({ kind: 'change', change })}\n{"kind":"message","i`;
  writeFileSync(join(folder, '999999999999999-00000001.jsonl'), half);
  const changes: unknown[] = [];
  const { intake, handled } = opened({
    overflow: aDisk(folder, 30),
    translate: {
      message: ({ id }) => Promise.resolve(said(id)),
      change: (found) => Promise.resolve(void changes.push(found)).then(() => []),
    },
  });
  intake.open();
  await intake.idle();
  expect(handled).toEqual(ids(160).slice(100));
  expect(changes).toEqual([change]);
  expect(readdirSync(folder)).toEqual([]);
});

test('what is told again while the line is bad is taken once', async () => {
  const { intake, handled } = opened();
  for (const id of [...ids(3), ...ids(3)]) intake.message(id);
  intake.open();
  await intake.idle();
  for (const id of ids(3)) intake.message(id);
  await intake.idle();
  expect(handled).toEqual(ids(3));
});
