import { localTime } from '../../domain/calendar/local-time';
import type { Say } from '../../domain/decision';
import { afterQuietHours } from '../../domain/notices/after-quiet-hours';
import { tryAnotherWay } from './another-way';
import type { DeliveryPorts } from './delivery-ports';
import { failureText } from './failure-text';
import { AnswerLost, type ChatRecord, type OutboxRow, type SendOutcome, type SentHow } from '../ports';
import { tellOutOfReach } from './out-of-reach';
import { isHopeless, retryDelayMs, triesUntilIncident } from './retry-delay';

/** How a row's turn ended. `stop`: this chat's drain goes on at `at` (machine time). */
export type Turn = { readonly kind: 'sent' | 'settled' | 'lost' } | { readonly kind: 'stop'; readonly at: Date };

export const settled: Turn = { kind: 'settled' };

export const later = (ports: DeliveryPorts, ms: number): Date => new Date(ports.machine.now().getTime() + ms);

/** A danger waits no longer for a platform that asks to wait, where the person has another account. */
const patienceMs = 10_000;

/** A pause for a chat in which something failed. */
const restMs = 1_000;

const isCritical = (row: OutboxRow): boolean => row.say.urgency === 'critical';

const deliverySubject = (chat: ChatRecord): string => `delivery:${chat.id}`;

/** Given up, and staff see it. */
export const giveUp = async (
  row: OutboxRow,
  why: string,
  incident: { readonly subject: string; readonly what: string; readonly mend: string },
  ports: DeliveryPorts,
): Promise<Turn> => {
  await ports.outbox.giveUp(row.id, why);
  await ports.incidents.open(incident.subject, incident.what, incident.mend);
  ports.log.warn({ row: row.id, chat: row.chat, why }, 'a message was given up');
  return settled;
};

/** What it shares with other rows: the first of the rows that were one question; the list that it is a line of. */
export interface Shared extends Pick<SentHow, 'list'> {
  readonly within: OutboxRow['within'];
}

const settleSent = async (
  row: OutboxRow,
  chat: ChatRecord,
  as: readonly string[],
  { within, list }: Shared,
  ports: DeliveryPorts,
) => {
  const asked = row.say.together === 'call-backs' ? { asked: { at: ports.clock.now(), within } } : {};
  await ports.outbox.sent(row.id, as, { ...asked, ...(list ? { list } : {}) });
  // The platform's answer decides, not what was remembered of the chat.
  if (chat.state === 'gone') await ports.chats.mark(chat.id, 'active');
  if (row.attempts >= triesUntilIncident) await ports.incidents.close(deliverySubject(chat));
  return { kind: 'sent' } as const;
};

/** One mention a person and day, in the group where it all began; nothing private is said there. */
const askToWriteFirst = async (row: OutboxRow, person: string, group: string, ports: DeliveryPorts): Promise<void> => {
  const community = await ports.communities.current();
  const now = ports.clock.now().toISOString();
  const day = localTime(now, community.calendar.timeZone).date;
  const say: Say = {
    to: { chat: group },
    key: `write-first.${person}.${day}`,
    urgency: row.say.urgency,
    wording: 'help.please-write-first',
    params: { name: person },
    ...(isCritical(row) ? {} : afterQuietHours(now, community)),
  };
  const effect = `write-first/${group}/${person}/${day}`;
  const rows = await ports.outbox.add([{ effect, chat: group, person: null, matter: null, matterVersion: 0, say }]);
  await ports.wakeUps.drain(rows);
};

const settleUnreachable = async (
  row: OutboxRow,
  chat: ChatRecord,
  { why, byNature }: Extract<SendOutcome, { kind: 'unreachable' }>,
  ports: DeliveryPorts,
) => {
  if (await tryAnotherWay(row, chat, why, ports)) return settled;
  const person = row.person ?? chat.person;
  const group = row.say.fallbackChat;
  await ports.outbox.unreachable(row.id, why);
  if (person && group) await askToWriteFirst(row, person, group, ports);
  await ports.unreachable(row, { byNature: byNature === true, mentioned: group !== undefined });
  if (byNature !== true) await tellOutOfReach(person, chat, why, ports);
  ports.log.warn({ row: row.id, chat: chat.id, why }, 'a person cannot be reached');
  return settled;
};

const settleGone = async (row: OutboxRow, chat: ChatRecord, why: string, ports: DeliveryPorts): Promise<Turn> => {
  await ports.chats.mark(chat.id, 'gone');
  if (await tryAnotherWay(row, chat, why, ports)) return settled;
  const what = `机器人已经不在“${chat.title}”里，消息发不出去`;
  return giveUp(row, why, { subject: `gone:${chat.id}`, what, mend: '请把机器人重新加进这个群，或换一个群' }, ports);
};

/** A card's last word that cannot be said is said anew: what is refused is that the card goes. */
const takesBack = ({ say }: OutboxRow): boolean =>
  say.card === undefined ? say.recalls !== undefined : say.mode === 'edit' && say.final === true;

const refusedIncident = (row: OutboxRow, { title }: ChatRecord, why: string) =>
  takesBack(row)
    ? {
        subject: `recall:${row.id}`,
        what: `“${title}”里有一条消息收不回来，平台不让删也不让改：${why}`,
        mend: '请管理员在群里删掉这条，并请大家删掉存过的照片',
      }
    : {
        subject: `refused:${row.id}`,
        what: `平台不收发往“${title}”的一条消息：${why}`,
        mend: '请把内容另外告诉收信人，并把这条记录交给维护的人',
      };

/** What the platform answered, written down. `migrated` is dealt with before, by sending again. */
export const settleOutcome = async (
  row: OutboxRow,
  chat: ChatRecord,
  outcome: Exclude<SendOutcome, { kind: 'migrated' }>,
  ports: DeliveryPorts,
  shared: Shared = { within: null },
): Promise<Turn> => {
  switch (outcome.kind) {
    case 'sent':
      return settleSent(row, chat, outcome.as, shared, ports);
    case 'wait': {
      const until = later(ports, Math.max(1, outcome.ms));
      ports.budgets.block(chat, until);
      const keptMs = until.getTime() - row.createdAt.getTime();
      if (isCritical(row) && keptMs > patienceMs && (await tryAnotherWay(row, chat, 'the platform is away', ports)))
        return settled;
      await ports.outbox.postpone(row.id, until, `the platform said: wait ${outcome.ms} ms`);
      return { kind: 'stop', at: until };
    }
    case 'unreachable':
      return settleUnreachable(row, chat, outcome, ports);
    case 'gone':
      return settleGone(row, chat, outcome.why, ports);
    case 'refused':
      return giveUp(row, outcome.why, refusedIncident(row, chat, outcome.why), ports);
  }
};

/** Something was thrown: tried again, later each time, until it is hopeless. `row` is as read before this try. */
export const settleFailure = async (
  row: OutboxRow,
  chat: ChatRecord,
  error: unknown,
  trouble: 'platform' | 'composing',
  ports: DeliveryPorts,
): Promise<Turn> => {
  const why = failureText(error);
  const tries = row.attempts + 1;
  const incident = {
    subject: deliverySubject(chat),
    what: `发往“${chat.title}”的消息试了 ${tries} 次还没发出去：${why}`,
    mend: trouble === 'platform' ? '请看网络和平台是否正常；恢复后会自动补发' : '请把这条记录交给维护的人',
  };
  ports.log.warn({ row: row.id, chat: chat.id, tries, why, trouble }, 'a message could not be sent');
  const hopeless = isHopeless({ tries, createdAt: row.createdAt }, trouble, ports.machine.now());
  // Somebody waits for help: the other account is not left for the end.
  const leaves = trouble === 'platform' && (hopeless || (isCritical(row) && tries === triesUntilIncident));
  if (leaves && (await tryAnotherWay(row, chat, why, ports))) return settled;
  if (hopeless) return giveUp(row, why, incident, ports);
  const delayMs = retryDelayMs(tries, isCritical(row));
  const at = later(ports, delayMs);
  if (error instanceof AnswerLost) await ports.outbox.interrupted(row.id, at, why);
  else await ports.outbox.postpone(row.id, at, why);
  if (tries === triesUntilIncident) await ports.incidents.open(incident.subject, incident.what, incident.mend);
  // The network may be down, so the chat rests a moment; other rows don't wait as long as this one.
  return { kind: 'stop', at: later(ports, Math.min(delayMs, restMs)) };
};
