import { doorOf } from '../../../domain/rounds/marked-lines';
import { Round, roundCause } from '../../../domain/rounds/round';
import { takeBackMarks } from '../../../domain/rounds/take-back-marks';
import { villagesOfRound } from '../../../domain/rounds/team';
import type { Say } from '../../../domain/decision';
import type { WordingParams } from '../../../domain/wording/params';
import { commitMarks } from '../../deciding/commit-marks';
import { untilCommitted } from '../../deciding/until-committed';
import type { InboundAnswer, InboundMessage } from '../../inbound';
import type { EnginePorts } from '../../ports-of-engine';
import { heard, heardBefore } from '../answer-person';
import { keepWords } from '../keep-parts';
import { reachablePeople } from '../people/reachable-people';
import type { Setting } from '../verbs/verb-meaning';
import { householdMeant } from './household-meant';

type Why = WordingParams['points.not-taken-back']['why'];

interface Said {
  /** The household, as it was said. */
  readonly door: string;
  readonly reason: string;
  readonly state: unknown;
  readonly refuse: (why: Why) => Promise<InboundAnswer>;
}

/** `收回积分 #108 山前村3号 因为 …`: what marks of a round gave a household comes back; the household hears it, once. */
export const takeBackRound = async (
  ports: EnginePorts,
  inbound: InboundMessage,
  { door, reason, state, refuse }: Said,
  { person: { id: by }, community }: Setting,
): Promise<InboundAnswer> => {
  const round = Round.parse(state);
  const policy = community.rounds;
  if (policy === null) return refuse('none');
  const meant = await householdMeant(ports, inbound, door, { community, policy, villages: villagesOfRound(policy) });
  if ('silent' in meant) return meant;
  const { household } = meant;
  const now = ports.clock.now().toISOString();
  const words = keepWords(ports, reason, round.id, by, now);
  if (!words) return refuse('no-reason');
  const account = `household:${household.id}` as const;
  return untilCommitted(`take back ${inbound.key}`, async () => {
    if (await ports.matters.handled(inbound.key)) return heardBefore;
    const [before, posting, balance, heads] = await Promise.all([
      ports.marks.of(round.id, household.id),
      ports.ledger.byCause(roundCause(round.id, household.id)),
      ports.ledger.balance(account),
      ports.people.byIds(household.headPerson === null ? [] : [household.headPerson]),
    ]);
    const made = takeBackMarks({
      ...{ household, before, posting, by, words: words.id, now, community },
      balance: (one) => (one === account ? balance : 0),
    });
    if (!made.ok) return refuse(made.refusal);
    const { change, postings, taken, missing } = made.value;
    const params = {
      ...doorOf(household),
      number: round.number,
      month: round.month,
      taken,
      missing,
      words: [words.id],
    };
    const told = await reachablePeople(ports, heads);
    const says: readonly Say[] = [
      {
        ...{ to: { person: by }, key: 'round.taken-back', urgency: 'prompt', wording: 'round.taken-back' },
        params: { ...params, told: told.length > 0 },
      },
      ...told.map((to): Say => ({
        ...{ to: { person: to }, key: `taken-back.${household.id}`, urgency: 'ordinary' },
        ...{ wording: 'round.taken-from-you', params },
      })),
    ];
    const outcome = await commitMarks(ports, inbound, { round, change, says, postings, words: [words] });
    if (outcome === 'conflict') return null;
    return outcome === 'repeated' ? heardBefore : heard(`收回积分：${household.id} ${taken} 分`);
  });
};
