import type { Community, Person } from '../community/community';
import type { Moment, PhotoId, WordsId } from '../ids';

/** What somebody can say to a topic. */
export type TopicCommand =
  | { readonly kind: 'accept'; readonly by: Person }
  /** `words`: why not, for whoever proposed it. */
  | { readonly kind: 'refuse'; readonly by: Person; readonly words: WordsId | null }
  | {
      readonly kind: 'step';
      readonly by: Person;
      readonly words: WordsId | null;
      readonly photos: readonly PhotoId[];
      /** The day named in the words. */
      readonly until: Moment | null;
      /** What the words say of a revisit: whether it is solved. */
      readonly solved: boolean | null;
    }
  | {
      readonly kind: 'answer';
      readonly by: Person;
      readonly solved: boolean;
      readonly satisfied: boolean | null;
      /** The round that was asked about; an answer to an earlier one is none any more. */
      readonly round: number | null;
    };

export interface TopicContext {
  readonly now: Moment;
  readonly community: Community;
}
