import type { MonthAsked } from '../figures/month-spans';
import type { FigureRow, Share, Span, Standing, Subject } from '../figures/figures';
import type { CategoryId } from '../community/category';
import type { AreaId, Moment } from '../ids';

type RateName = 'response' | 'onTime' | 'solved' | 'satisfied' | 'inGrid';

/** Beside the month before: of a month that goes on, up to the same day and hour. */
interface Compared<T> {
  readonly now: T;
  readonly before: T;
}

/** Figures, for those who work here. */
export interface FiguresParams {
  /** How things stand; rates of this month's reports. `complaints`: of residents. */
  'figures.brief': Standing & {
    at: Moment;
    rates: Readonly<Record<RateName, Share>>;
    complaints: Compared<number>;
  };
  /** A month, of everything or of what was named. `standing` null: the month is over. */
  'figures.month': {
    asked: MonthAsked;
    span: Span;
    subject: Subject;
    standing: Pick<Standing, 'open' | 'overdue'> | null;
    tickets: Compared<number>;
    rates: Readonly<Record<RateName, Compared<Share>>>;
    answerMinutes: Compared<FigureRow['answerMinutes']>;
    complaints: Compared<number>;
    /** Residents' complaints of the whole months before, from the first that counts one. */
    earlier: readonly { readonly month: string; readonly count: number; readonly change: number | null }[];
    top: Standing['top'];
    /** Only beside each other. */
    desks: readonly { readonly desk: AreaId; readonly tickets: number; readonly onTime: Share }[];
  };
  /** What the figures were to be of is nothing here; `areas`, `category`: what could be said. */
  'figures.unknown': { areas: readonly AreaId[]; category: CategoryId | null };
  /** Of an area that is another's. `own`: those of the person who asked. */
  'figures.not-yours': { area: AreaId | null; own: readonly AreaId[] };
}
