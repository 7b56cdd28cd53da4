import type { RoundPolicy } from '../../../domain/rounds/round-policy';
import { isStaff } from '../../../domain/rounds/round-staff';
import { villagesOf, villagesOfRound } from '../../../domain/rounds/team';
import { villageLines } from '../../deciding/round-facts';
import type { InboundAnswer, InboundMessage } from '../../inbound';
import type { EnginePorts } from '../../ports-of-engine';
import { answerPerson, heard } from '../answer-person';
import type { Setting } from '../verbs/verb-meaning';
import { roundToMark } from './rounds-now';

/** `打分` alone: what an inspector, or of all villages staff, still have before them. */
export const sayProgress = async (
  ports: EnginePorts,
  inbound: InboundMessage,
  { person, community, policy }: Setting & { readonly policy: RoundPolicy },
): Promise<InboundAnswer> => {
  const own = villagesOf(person.id, ports.clock.now().toISOString(), community);
  const villages = own.length > 0 ? own : isStaff(person) ? villagesOfRound(policy).slice(0, 20) : [];
  const round = await roundToMark(ports);
  if (villages.length === 0 || !round || round.phase === 'planned') {
    const why =
      villages.length === 0
        ? { kind: 'not-inspector' as const, village: '' }
        : round
          ? { kind: 'not-begun' as const, at: round.opensAt }
          : { kind: 'no-round' as const };
    await answerPerson(ports, inbound, { wording: 'round.not-marked', params: { door: null, why } });
    return heard('打分：没有要打的');
  }
  const { number, month, closesAt, phase } = round;
  const lines = await villageLines(ports, round.id, villages, true);
  const params = { number, month, villages: lines, closesAt: phase === 'marking' ? closesAt : null };
  await answerPerson(ports, inbound, { wording: 'round.progress', params });
  return heard('打分：进度');
};
