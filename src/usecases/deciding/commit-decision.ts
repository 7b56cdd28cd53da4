import type { Community } from '../../domain/community/community';
import type { Decision, MatterEvent, MatterRef, Say } from '../../domain/decision';
import type { ChatId, MatterId, Moment, PersonId } from '../../domain/ids';
import { placeNotice } from '../../domain/notices/place-notice';
import { tellNoAccount } from '../sending/out-of-reach';
import { matterRules } from './matter-rules';
import type {
  Chats,
  Clock,
  Commit,
  Communities,
  CommitOutcome,
  Incidents,
  MatterChange,
  Outbox,
  OutboxDraft,
  People,
  PhotoWanted,
  UnitOfWork,
  WakeUps,
  WordsDocument,
} from '../ports';

export interface CommitPorts {
  readonly clock: Clock;
  readonly unitOfWork: UnitOfWork;
  readonly chats: Chats;
  readonly incidents: Incidents;
  readonly people: Pick<People, 'byId'>;
  readonly communities: Communities;
  readonly outbox: Pick<Outbox, 'shown'>;
  readonly wakeUps: WakeUps;
}

/** A decision about one matter, with what it was decided on. */
export interface Decided {
  /** The key of the message or tick. */
  readonly cause: string;
  readonly matter: MatterRef;
  /** 0: the matter begins here. */
  readonly expectedVersion: number;
  readonly decision: Decision;
  /** The state after the decision's events. */
  readonly state: unknown;
  readonly words: readonly WordsDocument[];
  readonly photos: readonly PhotoWanted[];
  /** Time did it, and not when it should have. */
  readonly lateSince?: Moment;
}

const change = (
  community: Community,
  ref: MatterRef,
  expectedVersion: number,
  state: unknown,
  events: readonly MatterEvent[],
): MatterChange => {
  const rules = matterRules[ref.kind];
  return {
    ref,
    expectedVersion,
    state,
    events,
    dueAt: rules.nextDue(state, community),
    index: rules.index(state),
  };
};

const recipientKey = (to: Say['to']): string => ('person' in to ? `p.${to.person}` : `c.${to.chat}`);

interface Addressed {
  readonly chat: ChatId;
  readonly person: PersonId | null;
  readonly say: Say;
}

/**
 * The private chat a person used last. Everybody who ever spoke has one; the pack may name people whom no platform
 * knows yet, and staff are told that these hear nothing.
 */
const address = async (say: Say, ports: CommitPorts): Promise<Addressed | null> => {
  if ('chat' in say.to) return { chat: say.to.chat, person: null, say };
  const { person } = say.to;
  const [chat] = await ports.chats.privateChats(person);
  if (chat) return { chat: chat.id, person, say };
  await tellNoAccount(person, ports);
  return null;
};

/** Outbox rows for these says: one effect a matter, rule, step and recipient. */
export const draftSays = async (
  says: readonly Say[],
  matter: { readonly ref: MatterRef | null; readonly version: number; readonly scope: string },
  ports: CommitPorts,
): Promise<readonly OutboxDraft[]> => {
  const addressed = await Promise.all(says.map((say) => address(say, ports)));
  return addressed.flatMap((one) =>
    one
      ? [
          {
            effect: `${matter.scope}/${one.say.key}/${recipientKey(one.say.to)}`,
            chat: one.chat,
            person: one.person,
            matter: matter.ref,
            matterVersion: matter.version,
            say: one.say,
          },
        ]
      : [],
  );
};

/**
 * What shows somebody lost is taken back, chat by chat. Whatever was said of the matter came with one of its versions, so
 * that nothing is missed when this one is committed.
 */
const draftRecalls = async (
  matters: readonly MatterId[],
  { ref, version }: { readonly ref: MatterRef; readonly version: number },
  { outbox }: CommitPorts,
): Promise<readonly OutboxDraft[]> =>
  (matters.length === 0 ? [] : await outbox.shown(matters)).map(({ id, chat, person, say }) => ({
    effect: `${ref.id}/recall.${id}`,
    chat,
    person,
    matter: ref,
    matterVersion: version,
    say: {
      to: say.to,
      key: `recall.${id}`,
      urgency: 'prompt',
      recalls: id,
      wording: 'ticket.taken-back',
      params: { number: ref.number ?? 0 },
    },
  }));

const toCommit = async (decided: Decided, community: Community, ports: CommitPorts): Promise<Commit> => {
  const now = ports.clock.now().toISOString();
  const placed = (says: readonly Say[], kind: MatterRef['kind'], state: unknown): readonly Say[] => {
    const area = state === null ? null : matterRules[kind].index(state).area;
    return says.map((say) => placeNotice(say, { area, community, now }));
  };
  const { decision, matter, expectedVersion, lateSince } = decided;
  const own = change(community, matter, expectedVersion, decided.state, decision.events);
  const changes = [
    ...(decision.events.length > 0 ? [{ ...own, ...(lateSince === undefined ? {} : { lateSince }) }] : []),
    ...decision.also.map((also) => change(community, also.matter, also.expectedVersion, also.state, also.events)),
  ];
  const drafts = await Promise.all([
    // First of all: what is said in a chat afterwards waits for it.
    draftRecalls(decision.recalls ?? [], { ref: matter, version: expectedVersion + 1 }, ports),
    draftSays(
      placed(decision.says, matter.kind, decided.state),
      { ref: matter, version: expectedVersion + 1, scope: matter.id },
      ports,
    ),
    ...decision.also.map((also) =>
      draftSays(
        placed(also.says, also.matter.kind, also.state),
        { ref: also.matter, version: also.expectedVersion + 1, scope: also.matter.id },
        ports,
      ),
    ),
  ]);
  return {
    cause: decided.cause,
    changes,
    words: decided.words,
    photos: decided.photos,
    outbox: drafts.flat(),
    postings: decision.postings,
    guards: decision.guards,
    marks: decision.marks ?? [],
    people: [],
  };
};

/**
 * One Decision, one transaction; then the alarm clock and the postman are woken. `conflict`: the caller decides again
 * on fresh state. Waking is only a saving: when it fails, the sweep does it.
 */
export const commitDecision = async (
  decided: Decided,
  community: Community,
  ports: CommitPorts,
): Promise<CommitOutcome> => {
  const commit = await toCommit(decided, community, ports);
  const outcome = await ports.unitOfWork.commit(commit);
  if (outcome.kind !== 'committed') return outcome;
  await Promise.all([
    ports.wakeUps.drain(outcome.rows),
    ...commit.changes.map(({ ref, expectedVersion, dueAt }) =>
      dueAt ? ports.wakeUps.wake(ref, expectedVersion + 1, dueAt) : undefined,
    ),
    commit.photos.length > 0 ? ports.wakeUps.fetchPhotos(commit.photos.map((photo) => photo.id)) : undefined,
  ]);
  return outcome;
};
