import { Round } from '../../../domain/rounds/round';
import { roundDue } from '../../../domain/rounds/round-clock';
import type { InboundAnswer, InboundMessage } from '../../inbound';
import type { Stored } from '../../ports';
import type { EnginePorts } from '../../ports-of-engine';
import { answerPerson, heard } from '../answer-person';
import type { AnchoredCommand } from '../verbs/verb-meaning';

/** Whatever is said of a round: where it stands. Of any household nothing is told. */
export const sayRoundState = async (
  ports: EnginePorts,
  inbound: InboundMessage,
  _typed: AnchoredCommand,
  stored: Stored<unknown>,
): Promise<InboundAnswer> => {
  const round = Round.parse(stored.state);
  const { number, month, phase, households, told, posted } = round;
  const params = { number, month, phase, households, told, posted: posted.count, next: roundDue(round) };
  await answerPerson(ports, inbound, { wording: 'round.state', params });
  return heard(`查 #${number}`);
};
