import type { ChatId, MatterId, MessageId, Moment, PersonId, PhotoId } from './ids';
import type { Posting } from './points/posting';
import type { MarkChange } from './rounds/mark';
import type { Spoken } from './wording/params';

/** Everything that happens to a matter is decided by a pure function that returns one of these. */
export interface Decision<Event extends MatterEvent = MatterEvent> {
  /** What happened: the matter's history, oldest first. */
  readonly events: readonly Event[];
  /** What to tell whom. Text is made at the edge. */
  readonly says: readonly Say[];
  /** Point movements, double entry: each posting sums to zero. */
  readonly postings: readonly Posting[];
  /** Other matters that must change in the same transaction. */
  readonly also: readonly AlsoDecision[];
  /** Facts that the decision relied on; the transaction fails when one has changed. */
  readonly guards: readonly GuardWrite[];
  /** Whatever was said of these matters that shows somebody lost is taken back, from every chat. */
  readonly recalls?: readonly MatterId[];
  /** Marks of households in a round. */
  readonly marks?: readonly MarkChange[];
}

/** Plain, versioned data. Carries ids, never words, names or photos. */
export interface MatterEvent {
  readonly kind: string;
  readonly at: Moment;
}

/**
 * Also what the job queue takes. `talk-day`: the weekly day of a loop, which the groups are told of; `order`: what
 * somebody buys for points; `service`: hours served; `care`: a file of the ledger; `activity`: a call for volunteers;
 * `deed`: what a neighbour praises somebody for; `points-year`: the end of a year, at which points lapse;
 * `round`: the monthly round of the households; `companion`: an offer to look in on an old neighbour;
 * `fund`: a line of the public account.
 */
export const matterKinds = [
  'gathering',
  'ticket',
  'topic',
  'talk-day',
  'order',
  'service',
  'care',
  'activity',
  'deed',
  'points-year',
  'round',
  'companion',
  'fund',
] as const;
export type MatterKind = (typeof matterKinds)[number];

export interface MatterRef {
  readonly kind: MatterKind;
  readonly id: MatterId;
  readonly number: number | null;
}

export interface AlsoDecision {
  readonly matter: MatterRef;
  /** 0 for a matter that begins here. */
  readonly expectedVersion: number;
  /** Its state after these events. */
  readonly state: unknown;
  readonly events: readonly MatterEvent[];
  readonly says: readonly Say[];
}

export type Recipient = { readonly person: PersonId } | { readonly chat: ChatId };

/**
 * `critical` goes first, at any hour, and is also tried without Redis. `prompt` answers somebody who just spoke,
 * at any hour. `ordinary` can wait: for the morning, for the recipient's working hours.
 */
export type Urgency = 'critical' | 'prompt' | 'ordinary';

/** Stable words that tests, buttons and typed numbers share. */
export const plainChoices = [
  'claim',
  'decline',
  'resolve',
  'pass',
  'send-back',
  'take-charge',
  'more-hands',
  'false-alarm',
  'danger-yes',
  'danger-no',
  'me-too',
  'solved-satisfied',
  'solved-unsatisfied',
  'not-solved',
  'not-seen-yet',
  'still-fine',
  'all-solved',
  'one-by-one',
  'back-again',
  'another-photo',
  'no-photo',
  'papers-complete',
  'agree',
  'disagree',
  'sign-up',
  'all-came',
  'coming',
  'not-coming',
  'yes',
  'no',
] as const;

/** `category-…` chooses a category of the catalogue, `assign-…` a handler, `family-…` one of those who were shown. */
export type ChoiceId = (typeof plainChoices)[number] | `category-${string}` | `assign-${string}` | `family-${number}`;

export const isChoiceId = (text: string): text is ChoiceId =>
  text.startsWith('category-') ||
  text.startsWith('assign-') ||
  /^family-\d$/.test(text) ||
  plainChoices.some((choice) => choice === text);

/** The names of the cards a matter keeps up to date in a chat. */
export type CardName = 'group' | 'handler';

interface Envelope {
  readonly to: Recipient;
  /** Rule and step. With matter and recipient it makes the effect's key: said once, whatever is repeated. */
  readonly key: string;
  readonly urgency: Urgency;
  /** Answers to this are looked for: the newest open question takes a bare "1". */
  readonly question?: true;
  readonly choices?: readonly ChoiceId[];
  readonly photos?: readonly PhotoId[];
  /** The platform's message that this answers, as the inbound message named it. */
  readonly replyTo?: string;
  /** Program time before which this is not sent (quiet hours, meal peaks). */
  readonly holdUntil?: Moment;
  /** What waited is said in one message with what else waited; riders are asked how it came out once a day. */
  readonly together?: true | 'call-backs';
  /** Who is away and would have been told; whoever is told instead hears why. */
  readonly standsFor?: PersonId;
  /** Shows somebody lost: taken back when that person is home, and not said any more where it waits still. */
  readonly recallable?: true;
  /** Group in which an unreachable person is asked, by mention, to write first (nothing private is said there). */
  readonly fallbackChat?: ChatId;
}

/**
 * Words to say. `retires` names a question that was answered: it is edited to be without its buttons, nothing is sent.
 * `recalls` names a message that is taken back; where a platform does not do that, these words take its place.
 */
export type SpokenSay = Envelope & {
  readonly card?: never;
  readonly retires?: MessageId;
  readonly recalls?: MessageId;
} & Spoken;

/**
 * A card of the matter: rendered from the state at the moment of sending. `edit` waits for the card's first send;
 * later edits of the same card coalesce. Where a platform cannot edit, only an edit marked `final` is sent anew.
 */
export type CardSay = Envelope & { readonly card: CardName; readonly mode: 'send' | 'edit'; readonly final?: true };

export type Say = SpokenSay | CardSay;

/**
 * A fact as the decision saw it (`version`, 0 when absent) and as it leaves it (`value`; null removes it).
 * Two decisions that rely on the same fact both write it, so one of them is decided again.
 */
export interface GuardWrite {
  readonly id: string;
  readonly version: number;
  readonly value: GuardValue | null;
}

export interface GuardValue {
  readonly matter?: MatterId;
  readonly number?: number;
  readonly count?: number;
  readonly at?: Moment;
  readonly message?: MessageId;
}

/** A guard as read. */
export interface Guard {
  readonly id: string;
  readonly version: number;
  readonly value: GuardValue | null;
}

export type Result<T, R> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: R };

export const refused = <R>(refusal: R): { readonly ok: false; readonly refusal: R } => ({ ok: false, refusal });

/** A decision with what is not given left empty. */
export const decision = <E extends MatterEvent>(given: Partial<Decision<E>> = {}): Decision<E> => ({
  events: [],
  says: [],
  postings: [],
  also: [],
  guards: [],
  ...given,
});

export const decided = <E extends MatterEvent>(
  given: Partial<Decision<E>>,
): { readonly ok: true; readonly value: Decision<E> } => ({ ok: true, value: decision(given) });
