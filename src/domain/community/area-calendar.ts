import type { WorkCalendar } from '../calendar/work-calendar';
import type { AreaId } from '../ids';
import { lineageOf } from './area-tree';
import type { Community } from './community';

/** The working time of an area: its own, else that of the nearest area around it, else the community's. */
export const calendarOf = (community: Pick<Community, 'areas' | 'calendar'>, area: AreaId | null): WorkCalendar =>
  lineageOf(community, area).find(({ calendar }) => calendar !== undefined)?.calendar ?? community.calendar;
