import type { Community } from '../domain/community/community';
import type { ComplaintsRow, FigureRow, FiguresBy, Span, Standing, Subject } from '../domain/figures/figures';
import type { Moment } from '../domain/ids';

export interface HandedOutRow {
  readonly shop: string;
  readonly reward: string;
  readonly zh: string;
  readonly en: string;
  readonly pieces: number;
  readonly points: number;
}

/** Counted in the database, so that however many tickets there are, only the figures come out. */
export interface Figures {
  /** Tickets first reported within the span, as they stand at `now`; the rows in the order of their keys. */
  rates(span: Span, by: FiguresBy, now: Moment, community: Community, subject?: Subject): Promise<readonly FigureRow[]>;
  /** Reports made within the span, month by month; a month without any has no row. */
  complaints(span: Span, community: Community, subject?: Subject): Promise<readonly ComplaintsRow[]>;
  /** What each shop handed out in a local month ("2026-11"), by shop and reward. */
  handedOut(month: string, shops: readonly string[], community: Community): Promise<readonly HandedOutRow[]>;
  /** `today`: local midnight. */
  standing(today: Moment, now: Moment, community: Community, subject?: Subject): Promise<Standing>;
}
