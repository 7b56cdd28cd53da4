import { localTime, plusDays } from '../../../domain/calendar/local-time';
import type { Say } from '../../../domain/decision';
import type { Round } from '../../../domain/rounds/round';
import type { RoundPolicy } from '../../../domain/rounds/round-policy';
import { doorOf } from '../../../domain/rounds/marked-lines';
import { isStaff } from '../../../domain/rounds/round-staff';
import type { WordingParams } from '../../../domain/wording/params';
import { draftSays } from '../../deciding/commit-decision';
import type { InboundAnswer, InboundMessage } from '../../inbound';
import type { EnginePorts } from '../../ports-of-engine';
import { answered, answerPerson, heard, notDone } from '../answer-person';
import type { Setting } from '../verbs/verb-meaning';
import { roundPosted } from './rounds-now';

type WithPolicy = Setting & { readonly policy: RoundPolicy };

/** As many as a message can list. */
const listed = 20;

const lastMonthOf = (ports: EnginePorts, { community }: Setting): string => {
  const today = localTime(ports.clock.now().toISOString(), community.calendar.timeZone).date;
  return plusDays(`${today.slice(0, 7)}-01`, -1).slice(0, 7);
};

/** Those that have the plaque of a round, the highest marks first; of all others nothing is told. */
export const plaquesOf = async (
  { marks, households }: Pick<EnginePorts, 'marks' | 'households'>,
  round: Pick<Round, 'id' | 'month'>,
  { plaque: { zh, en } }: RoundPolicy,
): Promise<WordingParams['round.honours']> => {
  const found = await marks.plaques(round.id, listed);
  const ids = found.marks.map(({ mark }) => mark.household);
  const [known, times] = await Promise.all([households.byIds(ids), marks.plaquesOf(ids)]);
  const byId = new Map(known.map((household) => [household.id, household]));
  return {
    month: round.month,
    plaque: { zh, en },
    lines: found.marks.flatMap(({ mark: { household: id, total } }) => {
      const household = byId.get(id);
      return household ? [{ ...doorOf(household), name: household.honourName, total, times: times.get(id) ?? 1 }] : [];
    }),
    more: Math.max(0, found.count - ids.length),
  };
};

const notYours = async (ports: EnginePorts, inbound: InboundMessage, what: 'publish' | 'name') => {
  await answerPerson(ports, inbound, { wording: 'round.not-yours', params: { what } });
  return notDone('not-theirs', `清洁户：不能 ${what}`);
};

/** `清洁户`, and for staff `发清洁户`: in the groups of those who live here, once a round. */
export const sayPlaques = async (
  ports: EnginePorts,
  inbound: InboundMessage,
  { publish, lastMonth }: { readonly publish: boolean; readonly lastMonth: boolean },
  setting: WithPolicy,
): Promise<InboundAnswer> => {
  const { person, community, policy } = setting;
  if (publish && !isStaff(person)) return notYours(ports, inbound, 'publish');
  const month = lastMonth ? lastMonthOf(ports, setting) : null;
  const round = await roundPosted(ports, month);
  const today = localTime(ports.clock.now().toISOString(), community.calendar.timeZone).date.slice(0, 7);
  const params = await plaquesOf(ports, round ?? { id: '', month: month ?? today }, policy);
  if (!publish || params.lines.length === 0) {
    await answerPerson(ports, inbound, { wording: 'round.honours', params });
    return publish ? notDone('late', '清洁户：还没有人上榜') : heard(`清洁户：${params.month}`);
  }
  const groups = community.groups.filter(({ purpose }) => purpose === 'residents' || purpose === 'volunteers');
  const says = groups.map(({ id }): Say => ({
    ...{ to: { chat: id }, key: 'round.honours', urgency: 'ordinary', wording: 'round.honours', params },
  }));
  const drafts = await draftSays(says, { ref: null, version: 0, scope: `plaques:${params.month}` }, ports);
  await ports.wakeUps.drain(await ports.outbox.add(drafts));
  const told = { month: params.month, groups: groups.length, plaque: params.plaque };
  await answerPerson(ports, inbound, { wording: 'round.honours-posted', params: told });
  return answered(`清洁户：${params.month} 发到 ${groups.length} 个群`);
};

/** `户榜名 阳光小院`: how the household is called in the list; its head says so. */
export const nameHousehold = async (
  ports: EnginePorts,
  inbound: InboundMessage,
  name: string | null,
  { person }: Setting,
): Promise<InboundAnswer> => {
  const own = await ports.households.ofPerson(person.id);
  const household = own.find(({ headPerson }) => headPerson === person.id);
  if (!household) return notYours(ports, inbound, 'name');
  // A number would be somebody's telephone in the open.
  const fits = name === null || !/\d{3,}/u.test(name);
  if (fits) await ports.households.nameForHonours(household.id, name);
  await answerPerson(ports, inbound, { wording: 'round.named', params: { name, fits } });
  return heard(fits ? '户榜名：记下了' : '户榜名：不能用');
};
