import type { AreaId, ChatId, MatterId, Moment, PersonId, PhotoId, WordsId } from '../ids';
import type { CategoryId, DeadlineClass } from '../community/category';
import type { Role } from '../community/community';

/** `claimed` and `working` are one to the skeleton's users; a pause is `waiting`. */
export type TicketPhase =
  | 'reported'
  | 'dispatched'
  | 'claimed'
  | 'waiting'
  | 'resolved'
  | 'called-back'
  | 'archived'
  | 'withdrawn'
  | 'refused'
  | 'not-ours';

/** Where it is: an area of the tree where one is known, and the reporter's words for the place. */
export interface Place {
  readonly area: AreaId | null;
  readonly words: WordsId | null;
}

export interface Reporter {
  readonly person: PersonId;
  readonly role: Role;
  /** The group it was said in, or null when it was said in private. */
  readonly group: ChatId | null;
  readonly at: Moment;
  /** `me-too` people get the closing notice only. */
  readonly kind: 'reporter' | 'me-too';
}

/** The state of a ticket: the fold of its events, and nothing else. */
export interface Ticket {
  readonly id: MatterId;
  readonly number: number;
  readonly phase: TicketPhase;
  /** Null while the administrator who approves has not chosen among `options`. */
  readonly category: CategoryId | null;
  readonly options: readonly CategoryId[];
  readonly class: DeadlineClass;
  readonly place: Place;
  /** True while the reporter's answer to "where is it?" is looked for. */
  readonly placeAsked: boolean;
  readonly reporters: readonly Reporter[];
  readonly words: readonly WordsId[];
  readonly photos: readonly PhotoId[];
  /** The area whose desk answers for it. */
  readonly desk: AreaId | null;
  /** Who was asked to claim it in this cycle. */
  readonly handlers: readonly PersonId[];
  readonly claimedBy: PersonId | null;
  readonly resolution: { readonly words: WordsId | null; readonly photos: readonly PhotoId[] } | null;
  readonly reportedAt: Moment;
  readonly dispatchedAt: Moment | null;
  readonly claimedAt: Moment | null;
  readonly resolvedAt: Moment | null;
  readonly closedAt: Moment | null;
  readonly waiting: { readonly since: Moment; readonly until: Moment } | null;
  /** Finished pauses of this cycle; clocks replay them. */
  readonly pauses: readonly { readonly from: Moment; readonly to: Moment }[];
  /** Questions of this cycle's call-back: when first asked, how often, when next. */
  readonly callBack: {
    readonly firstAskedAt: Moment;
    readonly asks: number;
    readonly nextAt: Moment | null;
    readonly phoneTask: boolean;
  } | null;
  readonly solved: boolean | null;
  readonly satisfied: boolean | null;
  /** Counted from 1; a reopening or a new dispatch begins a new one. */
  readonly cycle: number;
  readonly reopenings: number;
  /** Notices given in this cycle, `rule.step`: each once. */
  readonly notices: readonly { readonly step: string; readonly at: Moment }[];
  /** Rounds of the alarm in this cycle, and who was alarmed. */
  readonly alarm: { readonly rounds: number; readonly lastAt: Moment; readonly alarmed: readonly PersonId[] } | null;
  readonly cardGroup: ChatId | null;
  /** True once points were given for it; never twice, whatever is reopened. */
  readonly awarded: boolean;
}

interface At {
  readonly at: Moment;
}
interface By extends At {
  readonly by: PersonId;
}

/** What can happen to a ticket. Plain data; ids only; versions are added by new kinds, never by changed ones. */
export type TicketEvent =
  | (By & {
      readonly kind: 'reported';
      readonly id: MatterId;
      readonly number: number;
      readonly role: Role;
      readonly group: ChatId | null;
      readonly category: CategoryId | null;
      readonly options: readonly CategoryId[];
      readonly class: DeadlineClass;
      readonly place: Place;
      readonly placeAsked: boolean;
      readonly words: readonly WordsId[];
      readonly photos: readonly PhotoId[];
      readonly cardGroup: ChatId | null;
    })
  | (By & {
      readonly kind: 'joined';
      readonly role: Role;
      readonly group: ChatId | null;
      readonly as: 'reporter' | 'me-too';
      readonly words: readonly WordsId[];
      readonly photos: readonly PhotoId[];
    })
  | (By & { readonly kind: 'supplemented'; readonly words: readonly WordsId[]; readonly photos: readonly PhotoId[] })
  | (By & {
      readonly kind: 'categorised';
      readonly category: CategoryId;
      readonly class: DeadlineClass;
      readonly cardGroup: ChatId | null;
    })
  | (By & { readonly kind: 'placed'; readonly place: Place })
  | (At & { readonly kind: 'dispatched'; readonly desk: AreaId; readonly handlers: readonly PersonId[] })
  | (By & { readonly kind: 'claimed' })
  | (By & { readonly kind: 'took-charge' })
  | (By & { readonly kind: 'hands-asked'; readonly to: readonly PersonId[] })
  | (By & { readonly kind: 'noted'; readonly words: WordsId })
  | (By & { readonly kind: 'waiting-began'; readonly until: Moment; readonly words: WordsId })
  | (At & { readonly kind: 'waiting-ended'; readonly by: PersonId | null })
  | (By & { readonly kind: 'handed-over'; readonly to: PersonId; readonly words: WordsId })
  | (By & { readonly kind: 'raised'; readonly words: WordsId | null; readonly to: readonly PersonId[] })
  | (By & { readonly kind: 'resolved'; readonly words: WordsId | null; readonly photos: readonly PhotoId[] })
  | (At & { readonly kind: 'call-back-asked'; readonly ask: number; readonly nextAt: Moment })
  | (At & { readonly kind: 'phone-task-given'; readonly to: readonly PersonId[] })
  /** `by` answers; `for` is set when staff record what the reporter said on the telephone. */
  | (By & {
      readonly kind: 'call-back-answered';
      readonly for: PersonId | null;
      readonly solved: boolean;
      readonly satisfied: boolean | null;
    })
  | (By & { readonly kind: 'not-seen-yet'; readonly nextAt: Moment })
  | (By & { readonly kind: 'reopened' })
  | (At & { readonly kind: 'awarded'; readonly to: PersonId; readonly points: number })
  | (At & { readonly kind: 'notified'; readonly step: string; readonly to: readonly PersonId[] })
  | (At & { readonly kind: 'alarmed'; readonly round: number; readonly to: readonly PersonId[] })
  /** A late tick did the highest step due; these were passed over. */
  | (At & { readonly kind: 'skipped'; readonly steps: readonly string[] })
  | (By & { readonly kind: 'withdrawn' })
  | (By & { readonly kind: 'refused-with-reason'; readonly words: WordsId })
  | (By & { readonly kind: 'not-ours'; readonly words: WordsId })
  | (By & { readonly kind: 'stood-down'; readonly why: 'false-alarm' | 'over'; readonly words: WordsId | null })
  | (At & {
      readonly kind: 'archived';
      readonly reason: 'called-back' | 'withdrawn' | 'refused' | 'not-ours' | 'false-alarm';
    });
