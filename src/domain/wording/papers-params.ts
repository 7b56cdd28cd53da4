import type { Moment, WordsId } from '../ids';
import type { Head } from './head';

interface ToBring {
  readonly until: Moment;
  /** Where they are taken in that nobody can photograph; null: at the community's desk. */
  readonly bringTo: string | null;
}

/** `listed`: what it names of the list that was told; empty: the words name another paper. `times`: how often so far. */
type Missing = Head & {
  readonly words: readonly WordsId[];
  readonly listed: readonly string[];
  readonly until: Moment;
  readonly times: number;
};

/** What is said of the papers of an application. `yours`: the reader has the matter in hand. */
export interface PapersParams {
  'ticket.papers': Head & ToBring & { readonly papers: readonly string[] };
  'ticket.papers-remind': Head & ToBring & { readonly papers: readonly string[]; readonly words: readonly WordsId[] };
  'ticket.papers-brought': Head & { readonly complete: boolean };
  'ticket.papers-look': Head & {
    readonly papers: readonly string[];
    readonly words: readonly WordsId[];
    readonly photos: number;
    readonly due: Moment;
    readonly again: boolean;
  };
  'ticket.papers-complete': Head & { readonly due: Moment; readonly yours: boolean };
  'ticket.papers-missing': Missing & ToBring;
  'ticket.papers-missing-noted': Missing;
  'ticket.papers-lapsed': Head & { readonly yours: boolean };
  'refused.no-papers': Head & { readonly verb: string };
  'refused.papers': Head & { readonly papers: readonly string[] };
}

/** The keys of it that are about a ticket and no refusal. */
export type PapersKey = Extract<keyof PapersParams, `ticket.${string}`>;
export type PapersRefusal = Extract<keyof PapersParams, `refused.${string}`>;
