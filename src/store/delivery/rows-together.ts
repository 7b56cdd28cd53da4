import type { ChatId } from '../../domain/ids';
import { joinsOthers } from '../../domain/notices/joins-others';
import type { OutboxRow, TogetherKind } from '../../usecases/ports';
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

/** A ticket's card for a group that is still to be sent for the first time, and can wait. */
const isNewCardForGroup = ({ say, matter, critical }: StoredRow): boolean =>
  say.card === 'group' && say.mode === 'send' && matter?.kind === 'ticket' && !critical;

const isHeld = ({ holdUntil }: StoredRow, program: Date): boolean => holdUntil !== null && holdUntil > program;

const isOfKind = (row: StoredRow, kind: TogetherKind, program: Date): boolean => {
  switch (kind) {
    case 'group-cards':
      return isNewCardForGroup(row) && !isHeld(row, program);
    case 'group-notices':
      return joinsOthers(row.say) && !isHeld(row, program);
    case 'call-backs':
    case true:
      return row.say.together === kind && hasWaited(row, program);
  }
};

const mayGo = (row: StoredRow, kind: TogetherKind, { program, machine }: Now): boolean =>
  isOfKind(row, kind, program) && row.notBefore <= machine;

/** Rows of a chat that waited and are due by now, oldest first; none that an earlier row of its matter keeps waiting. */
export const rowsTogether = async (
  { outbox }: Pick<Tables, 'outbox'>,
  { communityId }: Scope,
  chat: ChatId,
  kind: TogetherKind,
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
