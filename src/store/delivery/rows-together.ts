import type { Say } from '../../domain/decision';
import type { ChatId } from '../../domain/ids';
import type { OutboxRow } from '../../usecases/ports';
import type { Tables } from '../models';
import { OutboxDocument } from './outbox-document';
import { rowOf, type StoredRow } from './outbox-draft';
import type { Now } from './next-row';
import type { Scope } from '../scope';

/** Rows that one message can hold. */
const most = 40;

/** What waited for the morning, or what is asked together though it did not have to wait. */
const hasWaited = ({ say, holdUntil }: StoredRow, program: Date): boolean =>
  holdUntil === null ? say.together === 'call-backs' : holdUntil <= program;

const mayGo = (row: StoredRow, kind: Say['together'], { program, machine }: Now): boolean =>
  row.say.together === kind && row.notBefore <= machine && hasWaited(row, program);

/** Rows of a chat that waited and are due by now, oldest first; none that an earlier row of its matter keeps waiting. */
export const rowsTogether = async (
  { outbox }: Pick<Tables, 'outbox'>,
  { communityId }: Scope,
  chat: ChatId,
  kind: Say['together'],
  now: Now,
): Promise<readonly OutboxRow[]> => {
  const found = await outbox.raw
    .find({ communityId, chat, pending: true })
    .sort({ createdAt: 1, seq: 1 })
    .limit(500)
    .toArray();
  const rows = found.map((each) => OutboxDocument.parse(each));
  const others = rows.filter((row) => !mayGo(row, kind, now));
  return rows
    .filter((row) => mayGo(row, kind, now))
    .filter(
      ({ matter, matterVersion }) =>
        !others.some((other) => other.matter?.id === matter?.id && other.matterVersion < matterVersion),
    )
    .slice(0, most)
    .map(rowOf);
};
