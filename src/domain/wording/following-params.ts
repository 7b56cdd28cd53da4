import type { AreaId, Moment } from '../ids';
import type { Head } from './head';
import type { SaidState } from './said-state';

/** What those hear who follow a matter that is not theirs: nothing that the public page does not show. */
export interface FollowingParams {
  'ticket.followed': Head & { state: SaidState; desk: AreaId | null; due: Moment | null };
  'ticket.follow-news': Head & {
    state: SaidState;
    desk: AreaId | null;
    due: Moment | null;
    open: boolean;
    /** What it was merged into. */
    into?: number;
  };
  /** `was`: they did follow it. `reports`: they reported it, and hear of it all the same. */
  'ticket.unfollowed': { number: number; was: boolean; reports: boolean };
  /** They reported it themselves. */
  'ticket.follow-own': Head;
}
