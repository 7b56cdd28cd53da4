import type { Role } from '../community/community';
import type { WordsId } from '../ids';
import type { MergeBar, UnmergeBar } from '../ticket/merging/merge-bars';
import type { Head } from './head';

/** What is said of matters that are, or may be, one and the same. */
export interface MergingParams {
  /** `alike`: their photos are; otherwise they are near in place and time. `photo`: the other one's is sent along. */
  'ticket.same-ask': Head & { other: Head; words: readonly WordsId[]; alike: boolean; photo: boolean };
  'ticket.same-hint': Head & { other: Head; alike: boolean };
  'ticket.merge-ask': Head & {
    role: Role;
    words: readonly WordsId[];
    into: Head;
    intoRole: Role;
    intoWords: readonly WordsId[];
  };
  'ticket.merged': Head & { into: Head };
  'ticket.merged-yours': Head & { into: Head };
  'ticket.absorbed': Head & { other: number; role: Role; words: readonly WordsId[] };
  'ticket.unmerged': Head & { from: number };
  /** It was asked whether they are one; they are not. */
  'ticket.apart': Head & { from: number };
  'refused.merge': Head & { why: MergeBar | UnmergeBar; other: number };
  /** `并 #102` without what to merge it into. */
  'refused.merge-into': Head;
}

/** The keys of it that are about a ticket and no refusal. */
export type MergingKey = Extract<keyof MergingParams, `ticket.${string}`>;
