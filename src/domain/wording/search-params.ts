import type { ChatId, Moment, PersonId, WordsId } from '../ids';
import type { SearchBar } from '../ticket/searching/search-bars';
import type { Lead } from '../ticket/searching/search';
import type { Place } from '../ticket/ticket';
import type { Head } from './head';

/** Whoever is missed, as those who look hear of them. */
interface Described {
  words: readonly WordsId[];
  /** When they were seen last, and where. */
  at: Moment;
  place: Place;
  photo: boolean;
}

/** Where a message stands: a group (perhaps one that is ours no more), or somebody's private chat. */
export type Where = { readonly title: string } | { readonly person: PersonId };

/** What is said while somebody is missed, looked for, and found. */
export interface SearchParams {
  /** To whoever took charge: how the search begins. */
  'ticket.search-hint': { number: number };
  /** To the family and the leader on duty: may it be said, and to these? */
  'ticket.search-ask': Head & Described & { circle: number; groups: readonly ChatId[]; people: number };
  'ticket.search-asking': Head & { to: readonly PersonId[] };
  /** Text 9. */
  'ticket.search-call': { number: number } & Described;
  'ticket.search-asked': Head & { by: PersonId; groups: readonly ChatId[]; people: number };
  'ticket.search-held': Head & { by: PersonId };
  /** To whoever saw somebody: thanks, and what is still missing. */
  'ticket.lead-noted': { number: number; place: Place | null; photo: boolean };
  'ticket.lead': Head & { nth: number; by: PersonId; at: Moment; spot: Place; words: readonly WordsId[] };
  'ticket.leads': Head & {
    leads: readonly (Lead & { readonly nth: number })[];
    family: readonly { readonly person: PersonId | null; readonly words: WordsId | null }[];
  };
  'ticket.find-noted': { number: number; owner: PersonId | null };
  'ticket.find-said': Head & { by: PersonId; spot: Place; words: readonly WordsId[]; owner: PersonId | null };
  'ticket.find-denied': { number: number };
  'ticket.search-goes-on': Head;
  'ticket.family-linked': Head & { person: PersonId | null; words: readonly WordsId[] };
  'ticket.family-linked-you': { number: number; by: PersonId };
  /** Text 10. */
  'ticket.search-over': { number: number };
  /** Stands where a message was that showed the person, on platforms that do not delete it. */
  'ticket.taken-back': { number: number };
  /** To whoever ended it: where something still stands. Filled in when it is said. */
  'ticket.recall-report': {
    number: number;
    /** Groups in which people themselves posted photos. */
    posted: readonly ChatId[];
    replaced: readonly Where[];
    left: readonly Where[];
    waiting: readonly Where[];
  };
  /** Whether somebody wishes to be asked in private when a person is looked for. */
  'ticket.search-wish': { yes: boolean };
  'refused.search': { number: number; why: SearchBar; owner: PersonId | null };
}
