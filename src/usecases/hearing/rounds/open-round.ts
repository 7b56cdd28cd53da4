import { localTime } from '../../../domain/calendar/local-time';
import { foldRound, Round, roundId, type RoundEvent } from '../../../domain/rounds/round';
import type { RoundPolicy } from '../../../domain/rounds/round-policy';
import { isStaff } from '../../../domain/rounds/round-staff';
import { noFacts, openRound } from '../../../domain/rounds/tick-round';
import { villagesOfRound } from '../../../domain/rounds/team';
import { commitDecision } from '../../deciding/commit-decision';
import { planRound } from '../../deciding/plan-round';
import { villageLines } from '../../deciding/round-facts';
import { untilCommitted } from '../../deciding/until-committed';
import type { InboundAnswer, InboundMessage } from '../../inbound';
import type { EnginePorts } from '../../ports-of-engine';
import { answerPerson, heard, heardBefore } from '../answer-person';
import type { Setting } from '../verbs/verb-meaning';

interface Begun {
  readonly round: Round;
  readonly version: number;
  readonly first: readonly RoundEvent[];
}

/** This month's round, planned, or planned now. Null: it has begun already. */
const plannedNow = async (ports: EnginePorts, month: string, at: string): Promise<Begun | Round> => {
  const id = roundId(month);
  const stored = await ports.matters.load(id);
  if (stored) {
    const round = Round.parse(stored.state);
    return round.phase === 'planned' ? { round, version: stored.version, first: [] } : round;
  }
  const first: readonly RoundEvent[] = [{ kind: 'planned', at, id, month, opensAt: at }];
  const round = foldRound(null, first);
  if (!round) throw new Error(`The round ${id} could not begin.`);
  return { round, version: 0, first };
};

const answer = async (ports: EnginePorts, inbound: InboundMessage, round: Round, begun: boolean) => {
  const { number, month, households } = round;
  await answerPerson(ports, inbound, { wording: 'round.begun', params: { number, month, begun, households } });
  return heard(begun ? `开评：${month}` : '开评：这个月已经开始了');
};

/** `开评`: staff begin this month's round before its day. */
export const openRoundNow = async (
  ports: EnginePorts,
  inbound: InboundMessage,
  { person, community, policy }: Setting & { readonly policy: RoundPolicy },
): Promise<InboundAnswer> => {
  if (!isStaff(person)) {
    await answerPerson(ports, inbound, { wording: 'round.not-yours', params: { what: 'open' } });
    return heard('开评：没有这个权限');
  }
  return untilCommitted(`open ${inbound.key}`, async () => {
    if (await ports.matters.handled(inbound.key)) return heardBefore;
    const now = ports.clock.now().toISOString();
    const month = localTime(now, community.calendar.timeZone).date.slice(0, 7);
    const planned = await plannedNow(ports, month, now);
    if (!('first' in planned)) return answer(ports, inbound, planned, false);
    const { round, version, first } = planned;
    const number = await ports.numbers.next();
    const villages = await villageLines(ports, round.id, villagesOfRound(policy), false);
    const opened = openRound(round, person.id, { now, community, policy, facts: { ...noFacts, number, villages } });
    const events = [...first, ...opened.events];
    const state = foldRound(version === 0 ? null : round, events);
    const outcome = await commitDecision(
      {
        ...{ cause: inbound.key, matter: { kind: 'round', id: round.id, number } },
        ...{ expectedVersion: version, decision: { ...opened, events }, state, words: [], photos: [] },
      },
      community,
      ports,
    );
    if (outcome.kind === 'conflict') return null;
    await planRound(ports);
    return answer(ports, inbound, state ?? round, true);
  });
};
