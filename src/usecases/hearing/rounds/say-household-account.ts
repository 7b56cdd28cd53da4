import { mostMarks, type RoundPolicy } from '../../../domain/rounds/round-policy';
import { doorOf } from '../../../domain/rounds/marked-lines';
import type { MarkPhase } from '../../../domain/rounds/mark';
import type { InboundAnswer, InboundMessage } from '../../inbound';
import type { EnginePorts } from '../../ports-of-engine';
import { answerPerson, heard } from '../answer-person';
import type { Setting } from '../verbs/verb-meaning';

const statementLines = 6;

/** Marks are seen by nobody before they are published. */
const saidPhases = {
  marked: null,
  published: 'open',
  objected: 'objected',
  decided: 'open',
  posted: 'posted',
  'taken-back': 'taken-back',
} as const satisfies Readonly<Record<MarkPhase, unknown>>;

/** `户积分`: the household's own account, its plaques and its last marks, to those who belong to it. */
export const sayHouseholdAccount = async (
  ports: EnginePorts,
  inbound: InboundMessage,
  { person, policy }: Setting & { readonly policy: RoundPolicy },
): Promise<InboundAnswer> => {
  const [household] = await ports.households.ofPerson(person.id);
  if (!household) {
    await answerPerson(ports, inbound, { wording: 'round.no-account', params: {} });
    return heard('户积分：还没有对上户');
  }
  const [balance, statement, plaques, last] = await Promise.all([
    ports.ledger.balance(`household:${household.id}`),
    ports.ledger.statement(`household:${household.id}`, statementLines),
    ports.marks.plaquesOf([household.id]),
    ports.marks.lastOf(household.id),
  ]);
  const phase = last ? saidPhases[last.mark.phase] : null;
  const lines = statement.map(({ at, reason, points, balance: after, number = null }) => ({
    ...{ at, reason, points, balance: after, number },
  }));
  await answerPerson(ports, inbound, {
    wording: 'round.account',
    params: {
      ...doorOf(household),
      ...{ balance, lines, plaques: plaques.get(household.id) ?? 0 },
      plaque: { zh: policy.plaque.zh, en: policy.plaque.en },
      last:
        last && phase
          ? { month: last.mark.round.slice(-7), total: last.mark.total, most: mostMarks(policy), phase }
          : null,
    },
  });
  return heard('户积分');
};
