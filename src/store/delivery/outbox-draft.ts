import type { OutboxDraft, OutboxRow } from '../../usecases/ports';
import { OutboxDocument } from './outbox-document';
import { shortHash, type Scope } from '../scope';
import type { z } from 'zod';

export type StoredRow = z.infer<typeof OutboxDocument>;

let drawn = 0;

/** The id comes of the effect, so that a known effect is found by its key and said once. */
export const draftToDocument = (draft: OutboxDraft, scope: Scope, createdAt: Date): StoredRow => {
  const id = shortHash(draft.effect);
  drawn += 1;
  return OutboxDocument.parse({
    _id: scope.key(id),
    communityId: scope.communityId,
    id,
    effect: draft.effect,
    chat: draft.chat,
    person: draft.person,
    matter: draft.matter,
    matterVersion: draft.matterVersion,
    say: draft.say,
    state: 'ready',
    pending: true,
    critical: draft.say.urgency === 'critical',
    questionOpen: draft.say.question === true,
    holdUntil: draft.say.holdUntil === undefined ? null : new Date(draft.say.holdUntil),
    notBefore: new Date(0),
    fence: 0,
    attempts: 0,
    doubles: 0,
    createdAt,
    // Rows of one moment keep the order in which they were drafted.
    seq: drawn,
    sentAs: [],
    sentAt: null,
    lastError: null,
    coalesced: false,
    unreachable: false,
    withoutPhotos: [],
    askedAt: null,
    within: null,
    list: null,
  } satisfies StoredRow);
};

export const rowOf = (document: unknown): OutboxRow => {
  const row = OutboxDocument.parse(document);
  return {
    id: row.id,
    effect: row.effect,
    chat: row.chat,
    person: row.person,
    matter: row.matter,
    matterVersion: row.matterVersion,
    say: row.say,
    state: row.state,
    attempts: row.attempts,
    doubles: row.doubles,
    notBefore: row.notBefore,
    createdAt: row.createdAt,
    sentAs: row.sentAs,
    sentAt: row.sentAt,
    lastError: row.lastError,
    withoutPhotos: row.withoutPhotos,
    within: row.within,
    list: row.list,
  };
};
