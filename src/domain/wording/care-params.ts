import type { CareAsk } from '../care/care-command';
import type { CareEvent } from '../care/care-event';
import type { CareColour } from '../care/care-policy';
import type { Moment, PersonId, WordsId } from '../ids';

/** Somebody in care as every message names them. Ids only: the words are sealed and opened when it is said. */
interface Named {
  readonly number: number;
  readonly colour: CareColour;
  readonly name: WordsId;
}

interface File extends Named {
  readonly born: WordsId | null;
  readonly home: WordsId | null;
  readonly looks: WordsId | null;
  readonly contact: PersonId;
  readonly seenAt: Moment | null;
  /** Until when the next visit is to be made. */
  readonly next: Moment;
}

/** The ledger of people in care; every message of it is for one person in private. */
export interface CareParams {
  'care.registered': File & { family: WordsId | null; amended: boolean };
  /** To the one contact, when somebody else entered it. */
  'care.yours': File & { by: PersonId };
  /** What `登记` still needs. */
  'care.how': { missing: readonly ('name' | 'colour' | 'home')[]; colours: readonly CareColour[] };
  /** The number is told to who may see that file. */
  'care.known-already': { number: number | null };
  'care.contact-unknown': { name: string };
  'care.private-only': Readonly<Record<string, never>>;
  'care.file': File;
  'care.family': Named & { family: WordsId | null };
  'care.recoloured': Named & { from: CareColour; by: PersonId; words: readonly WordsId[]; next: Moment };
  'care.visited': Named & { met: boolean; next: Moment };
  'care.remind': File & { due: Moment; again: boolean };
  'care.missed': File & { due: Moment; yours: boolean };
  /** `own`: of a contact, who sees their own people only. */
  'care.ledger': {
    own: boolean;
    counts: readonly { readonly colour: CareColour; readonly count: number }[];
    lines: readonly (Named & { readonly contact: PersonId; readonly next: Moment })[];
    more: number;
  };
  'care.history': Named & { events: readonly CareEvent[]; colours: readonly CareColour[] };
  'care.which-colour': { number: number; colours: readonly CareColour[] };
  'care.same-colour': Named;
  'care.needs-reason': { number: number; ask: CareAsk };
}
