import { gridOf, isWithin } from '../../domain/community/area-tree';
import { localTime } from '../../domain/calendar/local-time';
import type { Community, Person } from '../../domain/community/community';
import { hasRole } from '../../domain/community/may';
import type { FigureRow, Subject } from '../../domain/figures/figures';
import { reportSpans } from '../../domain/figures/report-spans';
import type { AreaId } from '../../domain/ids';
import type { Clock } from '../ports';
import type { Figures } from '../ports-of-figures';

export interface ReportPorts {
  readonly figures: Figures;
  readonly clock: Clock;
}

export interface MonthReport {
  readonly month: string;
  readonly area: AreaId | null;
  readonly now: FigureRow | null;
  readonly before: FigureRow | null;
  readonly lastYear: FigureRow | null;
  readonly byDesk: readonly FigureRow[];
  readonly byCategory: readonly FigureRow[];
  readonly byArea: readonly FigureRow[];
  readonly months: readonly FigureRow[];
}

const ofGrids = ['grid-worker', 'grid-leader'] as const;

/** Areas whose figures this person may see; null: all. Those of a grid see their own grid's, as in chat. */
export const figureAreas = (person: Person, community: Community): readonly AreaId[] | null => {
  if (hasRole(person, ['staff', 'director', 'inspector'])) return null;
  const grids = person.roles
    .filter(({ role }) => ofGrids.some((each) => each === role))
    .flatMap(({ area }) => gridOf(community, area)?.id ?? []);
  return community.areas.filter(({ id }) => grids.some((grid) => isWithin(community, id, grid))).map(({ id }) => id);
};

/** The month that goes on, by the community's clocks. */
export const currentMonth = (clock: Clock, { calendar }: Community): string =>
  localTime(clock.now().toISOString(), calendar.timeZone).date.slice(0, 7);

/** The figures of a month beside those of the month before and of a year ago; null: not this person's to see. */
export const monthReport = async (
  { figures, clock }: ReportPorts,
  asked: { readonly month: string; readonly area: AreaId | null },
  { person, community }: { readonly person: Person; readonly community: Community },
): Promise<MonthReport | null> => {
  const own = figureAreas(person, community);
  const grid = own?.[0] === undefined ? null : (gridOf(community, own[0])?.id ?? null);
  const area = asked.area ?? (own === null ? null : grid);
  if (own !== null && (area === null || !own.includes(area))) return null;
  const at = clock.now().toISOString();
  const spans = reportSpans(asked.month, at, community.calendar.timeZone);
  const subject: Subject = { area, category: null };
  const count = (span: keyof typeof spans, by: Parameters<Figures['rates']>[1]) =>
    figures.rates(spans[span], by, at, community, subject);
  const [[now], [before], [lastYear], byDesk, byCategory, byArea, months] = await Promise.all([
    count('month', 'all'),
    count('before', 'all'),
    count('lastYear', 'all'),
    count('month', 'desk'),
    count('month', 'category'),
    count('month', 'area'),
    count('year', 'month'),
  ]);
  return {
    ...{ month: asked.month, area, byDesk, byCategory, byArea, months },
    ...{ now: now ?? null, before: before ?? null, lastYear: lastYear ?? null },
  };
};
