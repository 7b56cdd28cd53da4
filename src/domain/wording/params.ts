import type { AreaId, Moment, PersonId, WordsId } from '../ids';
import type { CategoryId } from '../community/category';
import type { Role } from '../community/community';
import type { Level } from '../community/policy';
import type { LoopStep } from '../council/loop';
import type { Topic } from '../council/topic';
import type { LadderStage } from '../ticket/clocks/stage-clock';
import type { ReviewReason } from '../ticket/reviewing/review-reason';
import type { Nature, Place } from '../ticket/ticket';
import type { TicketEvent } from '../ticket/ticket-event';
import type { Head } from './head';
import type { SaidState } from './said-state';
import type { OwnActivity } from './activity-params';
import type { OwnOrder } from './reward-params';
import type { PartParams } from './part-params';
import type { WithParts } from './joint-params';
import type { Speaker } from './speaker-port';
import type { WhyParams } from './why-params';

export type { Head };

export type { SaidState };

export type { Speaker };

/** Every message Linli says: its key and its parameters. Ids and moments only; the edge looks up names and words. */
export interface WordingParams extends PartParams {
  // Tickets: WORDING texts 1 to 8.
  /** Several cards as one message, where a group hears much. */
  'ticket.cards': { items: readonly WordingParams['ticket.card'][] };
  /** In the place of a card that is to be seen there no more. */
  'ticket.card-hidden': { number: number };
  'ticket.card': Head & {
    nature: Nature;
    state: SaidState;
    desk: AreaId | null;
    due: Moment | null;
    reporters: number;
    into?: number;
  } & WithParts;
  'ticket.handler': Head & {
    nature: Nature;
    role: Role;
    words: readonly WordsId[];
    claimDue: Moment | null;
    resolveDue: Moment | null;
    state: SaidState;
    owner: PersonId | null;
    /** Whether the reader has it: what to do next is said to nobody else. */
    yours: boolean;
    /** What it was merged into. */
    into?: number;
    /** It jumps the queue. */
    green?: true;
    /** Of an application, while they are missing. */
    papers?: readonly string[];
  } & WithParts;
  'ticket.claimed': Head & { resolveDue: Moment | null };
  'ticket.already-claimed': Head & { owner: PersonId; at: Moment };
  'ticket.received': Head & { desk: AreaId | null; due: Moment | null };
  'ticket.joined': Head & { desk: AreaId | null; due: Moment | null };
  'ticket.me-too': Head;
  'ticket.supplemented': Head;
  /** To whoever has the matter: what was said of it since. */
  'ticket.added': Head & { role: Role; words: readonly WordsId[] };
  'ticket.ask-place': { number: number; category: CategoryId | null; words: readonly WordsId[] };
  'ticket.placed': Head & { desk: AreaId | null; due: Moment | null };
  'ticket.ask-category': Head & { words: readonly WordsId[]; options: readonly CategoryId[]; due: Moment };
  'ticket.categorised': Head;
  /** To those who approve, arrange anew or rule: whom they may send. `words`: the report's, or why it came back. */
  'ticket.arrange': Head & {
    why: 'approval' | 'objection' | 'ruling';
    by: PersonId | null;
    words: readonly WordsId[];
    offered: readonly PersonId[];
    due: Moment;
    again: boolean;
  };
  'ticket.assigned': Head & { to: readonly PersonId[] };
  /** Whoever is there is asked until `due`; null: somebody has it already. */
  'ticket.given-to-desk': Head & { desk: AreaId | null; to: readonly PersonId[]; due: Moment | null };
  'ticket.objected': Head & { to: readonly PersonId[]; ruling: boolean };
  /** `by` null: by the pack's rule. */
  'ticket.ruled': Head & { by: PersonId | null };
  'ticket.remind': Head & { stage: 'claim' | 'resolve'; minutesLeft: number; due: Moment; next: Level | null };
  'ticket.breach': Head & {
    stage: LadderStage;
    minutesLate: number;
    asked: readonly PersonId[];
    role: Role;
    nextDue: Moment | null;
    nextLevel: Level | null;
  };
  'ticket.raised': Head & { by: PersonId; words: readonly WordsId[] };
  'ticket.raised-to': Head & { to: readonly PersonId[] };
  'ticket.noted': Head;
  'ticket.question': Head & { words: readonly WordsId[] };
  'ticket.question-sent': Head;
  'ticket.waiting': Head & { until: Moment };
  'ticket.handed-over': Head & { to: PersonId };
  'ticket.resolved': Head;
  'ticket.resolved-review': Head & { due: Moment };
  /** To reviewers: a result, and why it is looked at. */
  'ticket.review': Head & {
    owner: PersonId | null;
    words: readonly WordsId[];
    due: Moment;
    why: ReviewReason;
    again: boolean;
  };
  'ticket.passed': Head;
  'ticket.judged': Head & { by: PersonId; result: 'passed' | 'sent-back' };
  /** To its owner; `up`: somebody above arranges it now. */
  'ticket.sent-back': Head & { by: PersonId; words: readonly WordsId[]; due: Moment | null; up: boolean };
  'ticket.sent-back-done': Head & { to: readonly PersonId[] };
  'ticket.weak-again': Head & { by: PersonId; owner: PersonId | null; words: readonly WordsId[]; times: number };
  'ticket.supervised': Head & { by: PersonId; words: readonly WordsId[]; due: Moment };
  'ticket.supervised-done': Head & { to: readonly PersonId[]; due: Moment };
  'ticket.supervision-answered': Head & { by: PersonId; words: readonly WordsId[] };
  'ticket.supervision-late': Head & { by: PersonId; owner: PersonId | null; due: Moment };
  /** Where a matter stands now, to somebody who is kept informed. */
  'ticket.state': Head & { state: SaidState; desk: AreaId | null; due: Moment | null };
  'ticket.closed-notice': Head & { state: SaidState };
  'ticket.withdrawn': Head;
  'ticket.refused': Head & { words: readonly WordsId[] };
  'ticket.not-ours': Head & { words: readonly WordsId[]; to: readonly WordsId[] };
  'ticket.alarm': Head & {
    again: boolean;
    at: Moment;
    role: Role;
    words: readonly WordsId[];
    emergencyNumber: string;
    count: number;
    minutes: number;
  };
  /** `place`: where those called go, when it is known to a building; otherwise it is asked. */
  'ticket.alarm-reporter': {
    emergencyNumber: string;
    duty: AreaId | null;
    count: number;
    place: Place | null;
    stay?: boolean;
    /** Somebody is missed: the last place and a photo are asked for. */
    missing?: boolean;
  };
  'ticket.ask-danger': { number: number; words: readonly WordsId[]; emergencyNumber: string; minutes: number };
  'ticket.danger-maybe': Head & { role: Role; words: readonly WordsId[]; emergencyNumber: string; minutes: number };
  /** `by`: who of those who work here said so; without it the reporter did. */
  'ticket.danger-denied': Head & { by?: PersonId };
  /** To who said that it is a danger, and is not called. */
  'ticket.danger-called': Head & { count: number };
  'ticket.in-charge': Head & { owner: PersonId; at: Moment };
  'ticket.more-hands': Head & { owner: PersonId | null };
  /** To whoever asked for more hands, and to the owner. */
  'ticket.more-hands-asked': Head & { by: PersonId; owner: PersonId | null; count: number };
  /** To who was called and only said that it was read. */
  'ticket.receipt-only': Head;
  'ticket.stood-down': Head & { why: 'false-alarm' | 'over'; by: PersonId };
  'ticket.stood-down-reporter': Head & { by: PersonId; emergencyNumber: string };
  'ticket.history': Head & {
    state: SaidState;
    events: readonly TicketEvent[];
    due: Moment | null;
    owner: PersonId | null;
    reopenings: number;
    into?: number;
  } & WithParts;
  'ticket.why': Head & WhyParams & WithParts;
  /** The pack changed, and what was promised by `from` is promised by `to`, which is later. */
  'ticket.deadline-moved': Head & { from: Moment; to: Moment };
  'ticket.mine': {
    open: readonly Head[];
    states: readonly SaidState[];
    /** What is talked over and is theirs; `yours`: it waits for this person. */
    topics: readonly {
      readonly number: number;
      readonly loop: Topic['loop'];
      readonly step: LoopStep | null;
      readonly yours: boolean;
    }[];
    /** Calls they signed up for, wait for or lead. */
    activities?: readonly OwnActivity[];
    /** What is kept for them in a shop. */
    orders?: readonly OwnOrder[];
  };
  // Suggestions.
  'suggestion.considered': Head & { desk: AreaId | null; words: readonly WordsId[] };
  'suggestion.planned': Head & { until: Moment; words: readonly WordsId[] };
  'suggestion.done': Head & { name: PersonId; words: readonly WordsId[]; points: number };
  'suggestion.declined': Head & { words: readonly WordsId[] };
}

export type WordingKey = keyof WordingParams;

/** A key with its parameters, for every key. */
export type Spoken = {
  readonly [K in WordingKey]: { readonly wording: K; readonly params: WordingParams[K] };
}[WordingKey];

/** One language's catalogue: a typo in a key or a parameter does not compile. */
export type Catalogue = { readonly [K in WordingKey]: (params: WordingParams[K], speaker: Speaker) => string };

/** The keys of one topic ("ticket", "refused", …). */
type TopicKey<Topic extends string> = Extract<WordingKey, `${Topic}.${string}`>;
export type TopicCatalogue<Topic extends string> = Pick<Catalogue, TopicKey<Topic>>;

/** A key with its parameters, for one key or for a union of them. */
export type SpokenOf<K extends WordingKey = WordingKey> = {
  readonly [P in K]: { readonly wording: P; readonly params: WordingParams[P] };
}[K];
