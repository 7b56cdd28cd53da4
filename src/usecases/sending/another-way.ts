import type { DeliveryPorts } from './delivery-ports';
import type { ChatRecord, OutboxRow } from '../ports';

const left = '/via/';

/** What changes something that was shown there is of no use elsewhere. */
const standsAlone = ({ say }: OutboxRow): boolean =>
  say.card === undefined ? say.retires === undefined && say.recalls === undefined : say.mode === 'send';

/**
 * The person has written from another account, perhaps on another platform: it is said there, in the order in which the accounts were
 * last used. The effect's key names the chats that were left, so that none is tried twice. False: there is no other way.
 */
export const tryAnotherWay = async (
  row: OutboxRow,
  chat: ChatRecord,
  why: string,
  ports: DeliveryPorts,
): Promise<boolean> => {
  const person = row.person ?? chat.person;
  if (person === null || chat.kind !== 'private' || !standsAlone(row)) return false;
  const tried = [...row.effect.split(left).slice(1), chat.id];
  const next = (await ports.chats.usedChats(person)).find(
    ({ id, state, platform }) => state === 'active' && ports.platforms.has(platform) && !tried.includes(id),
  );
  if (!next) return false;
  const { effect, matter, matterVersion, say } = row;
  const rows = await ports.outbox.add([
    { effect: `${effect}${left}${chat.id}`, chat: next.id, person, matter, matterVersion, say },
  ]);
  // Only now: a stop in between says it there once, and here not at all.
  await ports.outbox.giveUp(row.id, why);
  await ports.wakeUps.drain(rows);
  await ports.incidents.open(
    `way:${chat.id}`,
    `发给“${chat.title}”的消息送不到（${why}），已改从这个人的另一个号送`,
    '请告诉这位：原来的号收不到了；两个号都要用，请在原来的号里再发一句话',
  );
  return true;
};
