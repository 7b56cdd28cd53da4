import { localTime, momentOfLocal, plusDays } from '../../../domain/calendar/local-time';
import type { Guard } from '../../../domain/decision';
import { codeHolds, readCode } from '../../../domain/rewards/code';
import { codeGuardId } from '../../../domain/rewards/place-order';
import { guardsOfService } from '../../../domain/timebank/confirm-service';
import { logService } from '../../../domain/timebank/log-service';
import type { NoService } from '../../../domain/timebank/refusal';
import { foldService } from '../../../domain/timebank/service-event';
import { dayOf, readDay } from '../../../domain/understanding/time/read-day';
import { readGuards } from '../../deciding/read-guards';
import { commitDecision } from '../../deciding/commit-decision';
import { untilCommitted } from '../../deciding/until-committed';
import type { InboundAnswer, InboundMessage } from '../../inbound';
import type { EnginePorts } from '../../ports-of-engine';
import { answerPerson, heard, heardBefore } from '../answer-person';
import { idsOf, keepWords } from '../keep-parts';
import { reachablePeople } from '../people/reachable-people';
import type { Setting } from '../verbs/verb-meaning';
import { cardOf } from './give-card';
import { neighbourNamed } from './neighbour-named';

interface Said {
  readonly who: string | null;
  readonly minutes: number;
  /** The day, when it was not today, and what was done. */
  readonly rest: string;
  readonly card: string | null;
}

const refuse = async (
  ports: EnginePorts,
  inbound: InboundMessage,
  why: NoService | { readonly kind: 'not-read' | 'card' },
): Promise<InboundAnswer> => {
  await answerPerson(ports, inbound, { wording: 'service.not-logged', params: { why } });
  return heard(`服务：没有记，因为 ${why.kind}`);
};

/** A neighbour's name without a time. Null: nobody goes by it, so it is talk of service ("服务 态度不好"). */
export const askHowLong = async (
  ports: EnginePorts,
  inbound: InboundMessage,
  who: string,
): Promise<InboundAnswer | null> => {
  const found = await ports.people.byName(who);
  return found.length === 0 ? null : refuse(ports, inbound, { kind: 'not-read' });
};

/** The day named before or behind what was done; a date that has not come yet this year was last year's. */
const dayIn = (rest: string, today: string) => {
  const { year, month, day } = localTime(`${today}T12:00:00.000Z`, 'UTC');
  const now = dayOf(year, month, day);
  for (let at = 0; at < rest.length; at += 1) {
    const found = readDay(rest.slice(at), now);
    if (found) return { daysAgo: now - found.day, note: `${rest.slice(0, at)}${rest.slice(at + found.length)}`.trim() };
  }
  return { daysAgo: 0, note: rest };
};

/** The guard of a code that is on this person's card and was not used. Null: it is none. */
const cardGuard = async (ports: EnginePorts, typed: string, person: string): Promise<Guard | null> => {
  const code = readCode(typed);
  if (code === null || !codeHolds(code)) return null;
  const [guard] = await ports.matters.guards([codeGuardId(code)]);
  return guard?.value?.matter === cardOf(person) ? guard : null;
};

/** `服务 张奶奶 1小时半 陪看病`: noted, and confirmed by whoever was helped, their card, or who looks after them. */
export const logHours = async (
  ports: EnginePorts,
  inbound: InboundMessage,
  { who, minutes, rest, card }: Said,
  { person: helper, community }: Setting,
): Promise<InboundAnswer> => {
  if (who === null) return refuse(ports, inbound, { kind: 'not-read' });
  const served = await neighbourNamed(ports, inbound, who);
  if ('silent' in served) return served;
  if (await ports.matters.handled(inbound.key)) return heardBefore;
  const now = ports.clock.now().toISOString();
  const { timeZone } = community.calendar;
  const today = localTime(now, timeZone).date;
  const { daysAgo, note } = dayIn(rest, today);
  const day = momentOfLocal(plusDays(today, -daysAgo), '12:00', timeZone);
  const number = await ports.numbers.next();
  const id = `service-${number}`;
  const words = keepWords(ports, note, id, helper.id, now);
  const reachable = (await reachablePeople(ports, [served])).length > 0;
  return untilCommitted(`service ${inbound.key}`, async () => {
    const guards = await readGuards(ports, guardsOfService({ helper: helper.id, day }, { now, community }), community);
    const onCard = card === null ? null : await cardGuard(ports, card, served.id);
    if (card !== null && onCard === null) return refuse(ports, inbound, { kind: 'card' });
    const logged = logService(
      { id, number, helper, served, minutes, day, daysAgo, words: idsOf([words])[0] ?? null, card: onCard },
      { now, community, reachable, guard: (wanted) => guards.find((one) => one.id === wanted) ?? absent(wanted) },
    );
    if (!logged.ok) return refuse(ports, inbound, logged.refusal);
    const outcome = await commitDecision(
      {
        ...{ cause: inbound.key, matter: { kind: 'service', id, number }, expectedVersion: 0, decision: logged.value },
        ...{ state: foldService(null, logged.value.events), words: words ? [words] : [], photos: [] },
      },
      community,
      ports,
    );
    if (outcome.kind === 'conflict') return null;
    return outcome.kind === 'repeated' ? heardBefore : heard(`服务：记成 #${number}`);
  });
};

const absent = (id: string): Guard => ({ id, version: 0, value: null });
