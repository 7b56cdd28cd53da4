import type { Community, Person } from '../community/community';
import type { AreaId, Moment, PersonId, WordsId } from '../ids';
import type { CareDetails, LookKind } from './care-event';

/** What somebody can say to a file. */
export type CareCommand =
  | {
      readonly kind: 'amend';
      readonly by: Person;
      readonly details: CareDetails;
      readonly contact: PersonId;
      readonly area: AreaId | null;
    }
  | { readonly kind: 'recolour'; readonly by: Person; readonly colour: string | null; readonly words: WordsId | null }
  | { readonly kind: 'visit'; readonly by: Person; readonly met: boolean; readonly words: WordsId | null }
  | {
      readonly kind: 'look';
      readonly by: Person;
      readonly what: Extract<LookKind, 'file' | 'family' | 'history'>;
      readonly words: WordsId | null;
    };

export interface CareContext {
  readonly now: Moment;
  readonly community: Community;
}

/** Why nothing was done. */
export type CareRefusal =
  /** To this person there is no such file. */
  | { readonly kind: 'not-found' }
  | { readonly kind: 'which-colour' }
  | { readonly kind: 'same-colour' }
  | { readonly kind: 'needs-reason'; readonly verb: CareAsk };

/** What waits for a reason: the next words are taken as that. */
export type CareAsk =
  | { readonly kind: 'recolour'; readonly colour: string }
  | { readonly kind: 'look'; readonly what: Extract<LookKind, 'file' | 'family' | 'history'> };
