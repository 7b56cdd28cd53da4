import type { MatterRef, Say } from '../../src/domain/decision';
import type { Commit, MatterChange, OutboxDraft } from '../../src/usecases/ports';

const at = '2026-11-20T02:00:00.000Z';

export const aTicketRef = (given: Partial<MatterRef> = {}): MatterRef => ({
  kind: 'ticket',
  id: 'ticket-1',
  number: 101,
  ...given,
});

export const aChange = (given: Partial<MatterChange> = {}): MatterChange => ({
  ref: aTicketRef(),
  expectedVersion: 0,
  state: { phase: 'reported' },
  events: [{ kind: 'reported', at }],
  dueAt: null,
  index: { open: true, people: [], owner: null, category: null, area: null },
  ...given,
});

/** A commit that does nothing but take its cause. */
export const aCommit = (cause: string, given: Partial<Omit<Commit, 'cause'>> = {}): Commit => ({
  cause,
  changes: [],
  words: [],
  photos: [],
  outbox: [],
  postings: [],
  guards: [],
  people: [],
  ...given,
});

export const aSay = (given: Partial<Omit<Extract<Say, { readonly wording: 'help.list' }>, 'card'>> = {}): Say => ({
  to: { chat: 'chat-1' },
  key: 'help',
  urgency: 'prompt',
  wording: 'help.list',
  params: { roles: [] },
  ...given,
});

export const aCardSay = (
  mode: 'send' | 'edit',
  given: { final?: true; holdUntil?: string; urgency?: Say['urgency'] } = {},
): Say => ({
  to: { chat: 'chat-1' },
  key: `card.${mode}`,
  urgency: 'ordinary',
  card: 'group',
  mode,
  ...given,
});

export const aDraft = (effect: string, given: Partial<OutboxDraft> = {}): OutboxDraft => ({
  effect,
  chat: 'chat-1',
  person: null,
  matter: null,
  matterVersion: 0,
  say: aSay(),
  ...given,
});
