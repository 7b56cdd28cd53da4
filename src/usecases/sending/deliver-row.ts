import { composeAnew, composeRow } from './compose-row';
import type { Composed } from './composed';
import { deliverCallBacks } from './together/deliver-call-backs';
import { deliverToGroup, waitsAs } from './together/deliver-to-group';
import { deliverTogether } from './together/deliver-together';
import { costOf } from './cost-of';
import type { DeliveryPorts } from './delivery-ports';
import { loadPhotos } from './load-photos';
import type { Capabilities, ChatRecord, Outgoing, OutboxRow, Platform, SendOutcome } from '../ports';
import { sayAgain } from './say-again';
import { takeBack } from './take-back';
import { giveUp, later, settled, settleFailure, settleOutcome, type Turn } from './settle-outcome';

/** How soon a photo on its way is looked for again. */
const photoAgainMs = 300;

interface Delivery {
  readonly row: OutboxRow;
  readonly chat: ChatRecord;
  readonly platform: Platform;
  readonly fence: number;
}

type Ready = Exclude<Composed, { kind: 'nothing' | 'not-yet' }>;

const costIn = (composed: Ready, can: Capabilities): number =>
  composed.kind === 'send' ? costOf(composed.message.text, composed.photos.length, can) : 1;

/** What goes to the platform, with its photos' bytes. */
type Loaded = { readonly kind: 'send'; readonly message: Outgoing } | Extract<Composed, { kind: 'edit' | 'take-back' }>;

const load = async (row: OutboxRow, composed: Ready, ports: DeliveryPorts): Promise<Loaded> =>
  composed.kind === 'send'
    ? { kind: 'send', message: { ...composed.message, photos: await loadPhotos(row, composed.photos, ports) } }
    : composed;

const transmit = (loaded: Loaded, chat: ChatRecord, platform: Platform): Promise<SendOutcome> => {
  const message = { ...loaded.message, chat };
  switch (loaded.kind) {
    case 'send':
      return platform.send(message);
    case 'edit':
      return platform.edit(message, loaded.as);
    case 'take-back':
      return takeBack(message, loaded.as, platform);
  }
};

/** The chat has a new id on the platform: said there, at once. */
const transmitAfterMigration = async (
  { chat, platform }: Delivery,
  loaded: Loaded,
  to: string,
  ports: DeliveryPorts,
): Promise<Exclude<SendOutcome, { kind: 'migrated' }>> => {
  await ports.chats.migrate(chat.platform, chat.nativeId, to);
  const moved = await ports.chats.byId(chat.id);
  const again = await transmit(loaded, moved ?? { ...chat, nativeId: to }, platform);
  return again.kind === 'migrated' ? { kind: 'refused', why: 'the chat moved twice in a row' } : again;
};

/** The edited card is not there any more: its last word is said anew, what would be changed again is left out. */
const replaceEdit = async (
  delivery: Delivery,
  composed: Extract<Composed, { kind: 'edit' }>,
  outcome: SendOutcome,
  ports: DeliveryPorts,
): Promise<Turn | null> => {
  const { row, chat, platform } = delivery;
  if (outcome.kind !== 'gone' && outcome.kind !== 'refused') return null;
  if (composed.hides && outcome.kind === 'refused') return null;
  const isFinal = row.say.card !== undefined && row.say.final === true;
  if (!isFinal && outcome.kind === 'refused') return null;
  const anew = isFinal ? await composeAnew(row, chat, platform, ports) : null;
  if (anew?.kind === 'send') return sendComposed(delivery, anew, ports);
  await ports.outbox.sent(row.id, []);
  return settled;
};

const sendComposed = async (delivery: Delivery, composed: Ready, ports: DeliveryPorts): Promise<Turn> => {
  const { row, chat, platform } = delivery;
  const loaded = await load(row, composed, ports);
  ports.budgets.spend(chat, platform.capabilities, costIn(composed, platform.capabilities), ports.machine.now());
  let answered: Exclude<SendOutcome, { kind: 'migrated' }>;
  try {
    const outcome = await transmit(loaded, chat, platform);
    answered =
      outcome.kind === 'migrated' ? await transmitAfterMigration(delivery, loaded, outcome.to, ports) : outcome;
  } catch (error) {
    return settleFailure(row, chat, error, 'platform', ports);
  }
  // Before the row itself: after a kill between, it is sent again, and found as the card by both ids.
  if (composed.kind === 'send' && composed.becomes !== undefined && answered.kind === 'sent')
    await ports.outbox.sent(composed.becomes, answered.as);
  // Before the row itself, likewise: what is taken back a second time is said again once.
  if (composed.kind === 'take-back' && answered.kind === 'sent') await sayAgain(composed.again ?? [], ports);
  const replaced = composed.kind === 'edit' ? await replaceEdit(delivery, composed, answered, ports) : null;
  return replaced ?? settleOutcome(row, chat, answered, ports);
};

const deliverReady = async (delivery: Delivery, composed: Ready, ports: DeliveryPorts): Promise<Turn> => {
  const { row, chat, platform, fence } = delivery;
  const critical = row.say.urgency === 'critical';
  const now = ports.machine.now();
  const wait = ports.budgets.wait(chat, platform.capabilities, costIn(composed, platform.capabilities), critical, now);
  if (wait > 0) return { kind: 'stop', at: later(ports, wait) };
  if (!(await ports.outbox.begin(row.id, fence))) return { kind: 'lost' };
  return sendComposed(delivery, composed, ports);
};

const deliver = async (delivery: Delivery, ports: DeliveryPorts): Promise<Turn> => {
  const { row, chat, platform, fence } = delivery;
  let composed: Composed;
  try {
    composed = await composeRow(row, chat, platform, ports);
  } catch (error) {
    // Begun, so that the try is counted.
    if (!(await ports.outbox.begin(row.id, fence))) return { kind: 'lost' };
    const turn = await settleFailure(row, chat, error, 'composing', ports);
    return turn.kind === 'stop' ? settled : turn;
  }
  switch (composed.kind) {
    case 'nothing':
      await ports.outbox.sent(row.id, []);
      return settled;
    case 'not-yet':
      await ports.outbox.postpone(row.id, later(ports, photoAgainMs), composed.why);
      return settled;
    case 'send':
    case 'edit':
    case 'take-back':
      return deliverReady(delivery, composed, ports);
  }
};

/** One row's turn: put together from what is true now, sent, and its end written down. */
export const deliverRow = async (row: OutboxRow, fence: number, ports: DeliveryPorts): Promise<Turn> => {
  const chat = await ports.chats.byId(row.chat);
  const platform = chat && ports.platforms.get(chat.platform);
  if (chat && platform) {
    const now = { program: ports.clock.now(), machine: ports.machine.now() };
    if (row.say.together === 'call-backs')
      return deliverCallBacks(
        { row, chat, platform, fence },
        () => deliver({ row, chat, platform, fence }, ports),
        ports,
      );
    const waits = chat.kind === 'group' ? waitsAs(row) : null;
    if (waits !== null)
      return deliverToGroup(
        { row, chat, platform, fence },
        waits,
        () => deliver({ row, chat, platform, fence }, ports),
        ports,
      );
    const rows = row.say.together ? await ports.outbox.together(row.chat, true, now) : [];
    if (rows.length > 1 && rows.some(({ id }) => id === row.id))
      return deliverTogether({ rows, chat, platform, fence }, ports);
    return deliver({ row, chat, platform, fence }, ports);
  }
  return giveUp(
    row,
    chat ? `no platform called ${chat.platform} runs here` : 'the chat is not known',
    {
      subject: `no-platform:${chat?.platform ?? row.chat}`,
      what: '有消息要发往一个没有接上的平台',
      mend: '请检查平台的配置（doctor）',
    },
    ports,
  );
};
