import type { CategoryId } from '../community/category';

/** What a person wants of Linli. `chatter` is talk that is not for Linli. */
export type Intent =
  | 'report'
  | 'suggestion'
  | 'question'
  | 'signup'
  | 'cancel'
  | 'order'
  | 'book'
  | 'ask-status'
  | 'redeem'
  | 'balance'
  | 'thanks'
  | 'ask-person'
  | 'chatter';

export interface RankedCategory {
  readonly id: CategoryId;
  /** Calibrated, 0 to 1; the shares of one reading sum to at most 1. */
  readonly share: number;
}

/** Words that may mean that someone is in danger. */
export interface CriticalReading {
  readonly category: CategoryId;
  /** 0 to 1. */
  readonly share: number;
  /** True: ask the reporter and one person on duty first; false: full alarm at once. */
  readonly doubt: boolean;
}

export interface PlaceReading {
  /** The words of the message that name the place, verbatim. */
  readonly text: string;
  /** Building number as the community counts them ("6" of 6号楼, 六栋, 6-2-301), or null. */
  readonly building: string | null;
  readonly unit: string | null;
  readonly room: string | null;
  /** "我家楼下": the place is by the speaker's own home. */
  readonly atHome: boolean;
}

/** A moment or a span named in the words, ISO 8601 with the community's offset. */
export interface TimeReading {
  readonly text: string;
  readonly from: string;
  readonly to: string | null;
}

/** A 接龙 list: claims of people, never the truth of the last message. */
export interface ListReading {
  readonly title: string;
  readonly lines: readonly { readonly name: string; readonly people: number }[];
}

/** What `understand` makes of one message. */
export interface Reading {
  readonly intent: Intent;
  /** Best first; empty for chatter. */
  readonly category: readonly RankedCategory[];
  readonly critical: CriticalReading | null;
  readonly place: PlaceReading | null;
  readonly time: TimeReading | null;
  /** How many people ("两个人"), or null. */
  readonly people: number | null;
  readonly plate: string | null;
  /** One of our numbers ("#102"), or null. */
  readonly number: number | null;
  readonly list: ListReading | null;
  /** The words and rules that led here, in Chinese, for the board and the sandbox. */
  readonly why: readonly string[];
}

/** What `understand` is given of a message. */
export interface Utterance {
  readonly text: string;
  readonly group: 'residents' | 'riders' | 'volunteers' | 'staff' | 'private';
  readonly photo: boolean;
  /** Program time, ISO 8601. */
  readonly at: string;
  /** The person called it a report ("报 …"): what it is about and where are read, even of words that look like talk. */
  readonly called?: true;
}
