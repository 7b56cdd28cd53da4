import type { MatterRef, Say } from '../../domain/decision';
import type { Posting } from '../../domain/points/posting';
import type { MarkChange } from '../../domain/rounds/mark';
import type { Round } from '../../domain/rounds/round';
import type { Inbound } from '../inbound';
import type { CommitOutcome, PhotoWanted, WordsDocument } from '../ports';
import { draftSays, type CommitPorts } from './commit-decision';

interface Marking {
  readonly round: Round;
  readonly change: MarkChange;
  readonly says: readonly Say[];
  readonly postings?: readonly Posting[];
  readonly words?: readonly WordsDocument[];
  readonly photos?: readonly PhotoWanted[];
}

/** Marks of one household change because of a message; the round itself is not touched, so nobody waits for anybody. */
export const commitMarks = async (
  ports: CommitPorts,
  { key }: Inbound,
  { round, change, says, postings = [], words = [], photos = [] }: Marking,
): Promise<CommitOutcome['kind']> => {
  const ref: MatterRef = { kind: 'round', id: round.id, number: round.number };
  const outbox = await draftSays(says, { ref, version: 0, scope: key }, ports);
  const outcome = await ports.unitOfWork.commit({
    ...{ cause: key, changes: [], people: [], guards: [] },
    ...{ words, photos, outbox, postings, marks: [change] },
  });
  if (outcome.kind !== 'committed') return outcome.kind;
  await ports.wakeUps.drain(outcome.rows);
  if (photos.length > 0) await ports.wakeUps.fetchPhotos(photos.map(({ id }) => id));
  return outcome.kind;
};
