import type { Match } from '../care/match-people';
import type { PersonId, WordsId } from '../ids';
import type { Head } from './head';

/** What is said while whoever was found is recognised, and afterwards of the thanks. */
export interface IdentifyingParams {
  /** `yours`: to the owner, who may see the family's telephone. */
  'ticket.candidates': Head & {
    candidates: readonly {
      readonly name: WordsId;
      readonly born: WordsId | null;
      readonly home: WordsId | null;
      readonly looks: WordsId | null;
      readonly why: Match['why'];
    }[];
    yours: boolean;
  };
  'ticket.family-shown': Head & {
    name: WordsId;
    home: WordsId | null;
    family: WordsId | null;
    contact: PersonId;
  };
  /** To whoever sees to that person. */
  'ticket.contact-told': Head & { name: WordsId; home: WordsId | null; owner: PersonId };
  'ticket.thanks-ask': Head & { words: readonly WordsId[] };
  /** To the riders' group: neither number nor name nor place. */
  'ticket.thanks-public': { words: readonly WordsId[] };
  'ticket.thanks-judged': Head & { said: boolean };
  'ticket.no-candidate': Head;
  'ticket.thanks-known': Head;
}
