import { decision } from '../../domain/decision';
import { foldRound, Round, roundId, type RoundEvent } from '../../domain/rounds/round';
import { nextOpening } from '../../domain/rounds/round-clock';
import type { Communities, Matters } from '../ports';
import { commitDecision, type CommitPorts } from './commit-decision';

export type PlanPorts = CommitPorts & {
  readonly communities: Communities;
  readonly matters: Pick<Matters, 'load'>;
};

/** The next round of the pack stands in the database with its day. Safe to be run again; at each start, and after each round. */
export const planRound = async (ports: PlanPorts): Promise<void> => {
  const community = await ports.communities.current();
  const policy = community.rounds;
  if (policy === null) return;
  const at = ports.clock.now().toISOString();
  let next = nextOpening(at, policy, community);
  // Staff may have begun this month's before its day.
  for (let stored = await ports.matters.load(roundId(next.month)); stored;) {
    if (Round.parse(stored.state).phase === 'planned') return;
    next = nextOpening(next.opensAt, policy, community);
    stored = await ports.matters.load(roundId(next.month));
  }
  const id = roundId(next.month);
  const events: readonly RoundEvent[] = [{ kind: 'planned', at, id, ...next }];
  await commitDecision(
    {
      ...{ cause: `plan:${id}`, matter: { kind: 'round', id, number: null }, expectedVersion: 0 },
      ...{ decision: decision({ events }), state: foldRound(null, events), words: [], photos: [] },
    },
    community,
    ports,
  );
};
