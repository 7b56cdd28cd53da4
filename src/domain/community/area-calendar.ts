import type { WorkCalendar } from '../calendar/work-calendar';
import type { AreaId } from '../ids';
import { lineageOf } from './area-tree';
import type { Community } from './community';

/** The working time of an area or a desk: its own, else that of the nearest area around it, else the community's. */
export const calendarOf = (
  community: Pick<Community, 'areas' | 'calendar' | 'desks'>,
  area: AreaId | null,
): WorkCalendar => {
  const desk = community.desks.find(({ id }) => id === area);
  return (
    desk?.calendar ??
    lineageOf(community, desk?.area ?? area).find(({ calendar }) => calendar !== undefined)?.calendar ??
    community.calendar
  );
};
