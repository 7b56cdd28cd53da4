import type { Person } from '../../../domain/community/community';
import { readCame, type CameReading, type PresenceReading } from '../../../domain/understanding/activity/read-presence';
import { Activity, claimOf } from '../../../domain/volunteering/activity';
import type { ActivityCommand } from '../../../domain/volunteering/activity-command';
import { isHere } from '../../../domain/volunteering/presence';
import type { InboundAnswer, InboundMessage } from '../../inbound';
import type { EnginePorts } from '../../ports-of-engine';
import { answerPerson, heard, heardBefore } from '../answer-person';
import { keepPhotos, photoIds } from '../keep-parts';
import { sayNotFound } from '../run-ticket-command';
import type { Said } from '../said';
import { isNamed, namesOnList, type NamedClaim } from './names-on-list';
import { runActivityCommand } from './run-activity-command';

/** As many activities as are under way at a time. */
const most = 50;

const underWay = async (ports: EnginePorts, person?: string): Promise<readonly Activity[]> => {
  const found = await ports.matters.find({
    ...{ kind: 'activity', open: true, limit: most },
    ...(person === undefined ? {} : { person }),
  });
  return found.map(({ state }) => Activity.parse(state));
};

const refuse = async (
  ports: EnginePorts,
  inbound: InboundMessage,
  wording: 'activity.wrong-code' | 'activity.need-code' | 'activity.not-here',
): Promise<InboundAnswer> => {
  if (await ports.matters.handled(inbound.key)) return heardBefore;
  await answerPerson(ports, inbound, { wording, params: {} });
  return heard(`签到：没有做，因为 ${wording}`);
};

/** The code says which activity it is. */
const checkIn = async (
  ports: EnginePorts,
  inbound: InboundMessage,
  code: string,
  by: Person,
): Promise<InboundAnswer> => {
  if (code === '') return refuse(ports, inbound, 'activity.need-code');
  if (!/^\d{4}$/u.test(code)) return refuse(ports, inbound, 'activity.wrong-code');
  const now = ports.clock.now().toISOString();
  const [meant] = (await underWay(ports))
    .filter((activity) => activity.code === code && activity.phase === 'open')
    // Two of one code: the one that is on now, or begins next.
    .filter(({ plan }) => plan.to !== null && plan.to > now)
    .sort((one, other) => ((one.plan.from ?? '') < (other.plan.from ?? '') ? -1 : 1));
  return meant
    ? runActivityCommand(ports, inbound, meant.id, { kind: 'check-in', by, code, claim: ports.newId() })
    : refuse(ports, inbound, 'activity.wrong-code');
};

const checkOut = async (ports: EnginePorts, inbound: InboundMessage, by: Person): Promise<InboundAnswer> => {
  const meant = (await underWay(ports, by.id)).find((activity) => {
    const own = claimOf(activity, by.id);
    return own !== null && isHere(own);
  });
  return meant
    ? runActivityCommand(ports, inbound, meant.id, { kind: 'check-out', by })
    : refuse(ports, inbound, 'activity.not-here');
};

const idsNamed = (known: readonly NamedClaim[], names: readonly string[]): readonly string[] =>
  known.filter(({ name }) => names.some((said) => isNamed(said, name))).map(({ claim }) => claim.id);

const presenceOf = async (
  ports: EnginePorts,
  activity: Activity,
  { came, absent }: CameReading,
  by: Person,
): Promise<Extract<ActivityCommand, { kind: 'presence' }>> => {
  const known = await namesOnList(ports, activity);
  const ids = came === 'all' ? came : idsNamed(known, came);
  return { kind: 'presence', by, came: ids, absent: idsNamed(known, absent) };
};

const namesIn = (rest: string): readonly string[] => rest.split(/[\s,、;]+/u).filter((name) => name !== '');

/** `签到 4711`, `签退`, `都到了 #101`, `没来 #101 王芳`. */
export const handlePresence = async (
  ports: EnginePorts,
  inbound: InboundMessage,
  { verb, number, rest }: PresenceReading,
  { person }: Said,
): Promise<InboundAnswer> => {
  if (verb === 'check-in') return checkIn(ports, inbound, rest, person);
  if (verb === 'check-out') return checkOut(ports, inbound, person);
  const stored = number === null ? null : await ports.matters.byNumber(number);
  if (stored?.ref.kind !== 'activity') return sayNotFound(ports, inbound, person, number ?? 0);
  const names = namesIn(rest);
  const reading: CameReading =
    verb === 'came' ? { came: names.length === 0 ? 'all' : names, absent: [] } : { came: [], absent: names };
  const command = await presenceOf(ports, Activity.parse(stored.state), reading, person);
  return runActivityCommand(ports, inbound, stored.ref.id, command);
};

/** Words beside a photo that are of the paper list; others make it a report. */
const isOfList = (text: string): boolean =>
  text.trim() === '' || /名单|签到|签名|活动|志愿|来的人|\blist\b/iu.test(text);

/** A photo of the paper list in reply to what Linli said of an activity, also days later. Null: it is none. */
export const proveFromReply = async (
  ports: EnginePorts,
  inbound: InboundMessage,
  { text, person, row }: Said,
): Promise<InboundAnswer | null> => {
  const asked = row?.matter?.kind === 'activity' && inbound.chat.kind === 'private' ? row.matter : null;
  return asked && answerWhoCame(ports, inbound, text, person, { id: asked.id, justAsked: true });
};

/** Names, or a photo of the paper list, in answer to who came. Null: the words say nothing of that. */
export const answerWhoCame = async (
  ports: EnginePorts,
  inbound: InboundMessage,
  text: string,
  by: Person,
  { id, justAsked }: { readonly id: string; readonly justAsked: boolean },
): Promise<InboundAnswer | null> => {
  const stored = await ports.matters.load(id);
  const came = readCame(text);
  if (!stored) return null;
  const photos = keepPhotos(ports, inbound, id);
  if (came) {
    const command = await presenceOf(ports, Activity.parse(stored.state), came, by);
    const proved = { ...command, photos: photoIds(photos) };
    const nobody = command.came.length + command.absent.length === 0 && photos.length === 0;
    // "物业来了" two days later is talk.
    if (nobody && !justAsked) return null;
    return runActivityCommand(ports, inbound, id, proved, { words: [], photos });
  }
  if (photos.length === 0 || !isOfList(text)) return null;
  return runActivityCommand(ports, inbound, id, { kind: 'prove', by, photos: photoIds(photos) }, { words: [], photos });
};
