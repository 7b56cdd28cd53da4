import type { Community, Person } from '../community/community';
import type { Guard } from '../decision';
import type { Moment, PersonId, PhotoId, WordsId } from '../ids';
import type { ActivityPlan } from './activity-event';

/** Somebody who says that they come, or that somebody named comes. */
export interface ToSign {
  /** A fresh id of the claim. */
  readonly claim: string;
  /** Null: they name no number. */
  readonly people: number | null;
  readonly role: string | null;
  readonly open: boolean;
  /** They were asked whether they meet what is required, and said so. */
  readonly meets?: true;
}

/** What somebody's own copy of a 接龙 claims. */
export interface ToClaim {
  /** Their own line; null: it does not stand in it. */
  readonly own: { readonly claim: string; readonly people: number } | null;
  /** Names that are no members, and not on the list yet: they come with whoever wrote them. */
  readonly guests: readonly { readonly claim: string; readonly name: WordsId; readonly people: number }[];
  /** Members whom they wrote down, and who have not said so themselves. */
  readonly members: readonly PersonId[];
  /** No copy of a list: names behind the verb, and whether a group could read them. */
  readonly typed?: { readonly open: boolean };
}

/** What somebody can say to an activity. */
export type ActivityCommand =
  | { readonly kind: 'fill'; readonly by: Person; readonly plan: ActivityPlan }
  | { readonly kind: 'call'; readonly by: Person; readonly code: string }
  | { readonly kind: 'drop'; readonly by: Person }
  | ({ readonly kind: 'sign'; readonly by: Person } & ToSign)
  /** A copy of a 接龙: claims of the one who sent it, and of nobody else. */
  | ({ readonly kind: 'list'; readonly by: Person } & ToClaim)
  /** `claims` null: all that is theirs. */
  | { readonly kind: 'leave'; readonly by: Person; readonly claims: readonly string[] | null }
  /** To the offer of a free place; `claim` null: whichever was offered to them. */
  | { readonly kind: 'answer'; readonly by: Person; readonly claim: string | null; readonly coming: boolean }
  /** They were asked whether they want to be taken off, or whether they come with somebody else's list. */
  | { readonly kind: 'stay'; readonly by: Person }
  | { readonly kind: 'decline'; readonly by: Person }
  | { readonly kind: 'show-list'; readonly by: Person }
  | { readonly kind: 'change'; readonly by: Person; readonly plan: ActivityPlan }
  /** With the code on the spot, or from so many metres away. */
  | ({ readonly kind: 'check-in'; readonly by: Person; readonly claim: string } & (
      | { readonly code: string; readonly near?: never }
      | { readonly near: { readonly metres: number; readonly within: number }; readonly code?: never }
    ))
  | { readonly kind: 'check-out'; readonly by: Person }
  /** Who came and who did not, by their claims; `all`: everybody of whom it is not known. */
  | {
      readonly kind: 'presence';
      readonly by: Person;
      readonly came: 'all' | readonly string[];
      readonly absent: readonly string[];
      /** The photo of the paper list, when it came with the names. */
      readonly photos?: readonly PhotoId[];
    }
  | { readonly kind: 'vouch'; readonly by: Person; readonly yes: boolean }
  | { readonly kind: 'prove'; readonly by: Person; readonly photos: readonly PhotoId[] }
  | { readonly kind: 'cancel'; readonly by: Person; readonly words: WordsId | null };

/** Another activity that somebody has given their word to. */
export interface Busy {
  readonly number: number;
  readonly title: WordsId;
  readonly from: Moment;
  readonly to: Moment;
}

export interface ActivityContext {
  readonly now: Moment;
  readonly community: Community;
  /** Where else the speaker has said that they come. */
  readonly busy: readonly Busy[];
  /** What of that was decided on, so that two sign-ups at once are not both good. */
  readonly dayGuard: Guard;
  /** The guards of points, as read. */
  readonly guard: (id: string) => Guard;
}
