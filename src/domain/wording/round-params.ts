import type { AreaId, Moment, WordsId } from '../ids';
import type { NoMarks, NoObjection } from '../rounds/refusals';
import type { Round } from '../rounds/round';
import type { Nothing } from './nothing';
import type { PointsParams } from './points-params';

/** A household, by its village and number; its people are named nowhere. */
export interface Door {
  readonly village: AreaId;
  readonly door: string;
}

/** A thing of the pack in both languages: an item, the plaque. */
export interface Both {
  readonly zh: string;
  readonly en: string;
}

export interface MarkLine {
  readonly item: Both;
  readonly mark: number;
  readonly most: number;
}

/** What a village's inspectors have done. `left`: some of the numbers that are not marked. */
export interface VillageLine {
  readonly village: AreaId;
  readonly households: number;
  readonly marked: number;
  readonly left: readonly string[];
}

interface OfMonth {
  readonly number: number;
  readonly month: string;
}

interface TakenBack {
  readonly taken: number;
  /** Spent already: noted, never below zero. */
  readonly missing: number;
  readonly words: readonly WordsId[];
}

type Marked = Door & { readonly marks: readonly MarkLine[]; readonly total: number; readonly most: number };

/** The monthly round of the households. */
export interface RoundParams {
  'round.opened': OfMonth & {
    villages: readonly VillageLine[];
    items: readonly (Both & { most: number })[];
    closesAt: Moment;
  };
  'round.remind': OfMonth & { villages: readonly VillageLine[]; closesAt: Moment };
  'round.progress': OfMonth & { villages: readonly VillageLine[]; closesAt: Moment | null };
  /** `photo`: it was kept, or left out because it may show the inside of a home. */
  'round.marked': Marked & { again: boolean; photo: 'kept' | 'dropped' | null; left: number; plaque: boolean };
  'round.not-marked': { door: Door | null; why: NoMarks | { readonly kind: 'no-round' | 'which-village' } };
  'round.no-household': { said: string | null; village: AreaId | null; near: readonly string[] };
  /** To the household's head alone. */
  'round.marks': Marked & OfMonth & { points: number; plaque: Both | null; until: Moment };
  /** To who carries the paper cards. */
  'round.paper': { number: number | null; month: string } & {
    village: AreaId;
    lines: readonly { door: string; total: number | null }[];
    until: Moment | null;
  };
  'round.published': OfMonth & { told: number; paper: number; unmarked: number; until: Moment };
  'round.objected': Door & { decideBy: Moment | null };
  'round.objection': Marked & { words: readonly WordsId[] };
  'round.not-objected': { why: NoObjection; door: Door | null };
  'round.objections': { open: readonly Door[]; more: number };
  /** To the household. */
  'round.ruled': Marked & { changed: boolean; words: readonly WordsId[]; points: number; posted: boolean };
  /** To whoever decided it. */
  'round.decided': Door & { changed: boolean; total: number };
  'round.not-decided': { door: Door | null; why: NoObjection | NoMarks };
  'round.posted': OfMonth & { households: number; points: number; plaques: number; plaque: Both; open: number };
  'round.plaque': Door & { month: string; plaque: Both; total: number };
  'round.account': Door & {
    balance: number;
    lines: PointsParams['points.balance']['lines'];
    plaques: number;
    plaque: Both;
    last: { month: string; total: number; most: number; phase: 'open' | 'objected' | 'posted' | 'taken-back' } | null;
  };
  /** What marks gave that proved wrong: to whoever took it back, and to the household. */
  'round.taken-back': Door & OfMonth & TakenBack & { told: boolean };
  'round.taken-from-you': Door & OfMonth & TakenBack;
  'round.no-account': Nothing;
  /** `name`: as the household chose it; null: its number stands there. */
  'round.honours': {
    month: string;
    plaque: Both;
    lines: readonly (Door & { name: string | null; total: number; times: number })[];
    more: number;
  };
  'round.honours-posted': { month: string; groups: number; plaque: Both };
  'round.named': { name: string | null; fits: boolean };
  'round.not-yours': { what: 'open' | 'publish' | 'link' | 'name' | 'paper' };
  'round.begun': OfMonth & { begun: boolean; households: number };
  'round.linked': Door & { name: string; found: number };
  'round.state': OfMonth & {
    phase: Round['phase'];
    households: number;
    told: number;
    posted: number;
    next: Moment | null;
  };
}
