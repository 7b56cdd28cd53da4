import type { Community } from '../domain/community/community';
import type { ComplaintsRow, FigureRow, FiguresBy, Span, Standing } from '../domain/figures/figures';
import type { Moment } from '../domain/ids';

/** Counted in the database, so that however many tickets there are, only the figures come out. */
export interface Figures {
  /** Tickets first reported within the span, as they stand at `now`; the rows in the order of their keys. */
  rates(span: Span, by: FiguresBy, now: Moment, community: Community): Promise<readonly FigureRow[]>;
  /** Reports made within the span, month by month; a month without any has no row. */
  complaints(span: Span, community: Community): Promise<readonly ComplaintsRow[]>;
  /** `today`: local midnight. */
  standing(today: Moment, now: Moment, community: Community): Promise<Standing>;
}
