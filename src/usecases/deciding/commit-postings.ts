import type { GuardWrite, Say } from '../../domain/decision';
import type { Posting } from '../../domain/points/posting';
import type { Inbound } from '../inbound';
import type { CommitOutcome } from '../ports';
import { draftSays, type CommitPorts } from './commit-decision';

interface Moved {
  readonly postings?: readonly Posting[];
  readonly guards?: readonly GuardWrite[];
  readonly says: readonly Say[];
}

/** Points that move, and facts that are noted, because of a message and of no matter: one transaction, once. */
export const commitPostings = async (
  ports: CommitPorts,
  { key }: Inbound,
  { postings = [], guards = [], says }: Moved,
): Promise<CommitOutcome['kind']> => {
  const outbox = await draftSays(says, { ref: null, version: 0, scope: key }, ports);
  const outcome = await ports.unitOfWork.commit({
    ...{ cause: key, changes: [], words: [], photos: [], people: [] },
    ...{ outbox, postings, guards },
  });
  if (outcome.kind === 'committed') await ports.wakeUps.drain(outcome.rows);
  return outcome.kind;
};
