import type { Community } from '../../domain/community/community';
import type { Moment } from '../../domain/ids';
import { foldRound, Round } from '../../domain/rounds/round';
import { tickRound } from '../../domain/rounds/tick-round';
import type { TickedMatter } from './matter-rules';
import { roundFacts, type RoundPorts } from './round-facts';

/** The step of a round that is due, with the households that it is about. */
export const tickRoundDue = async (
  ports: RoundPorts,
  stored: unknown,
  now: Moment,
  community: Community,
): Promise<TickedMatter> => {
  const round = Round.parse(stored);
  const made = tickRound(round, { now, community, facts: await roundFacts(ports, round, community) });
  return { decision: made, state: foldRound(round, made.events) };
};
