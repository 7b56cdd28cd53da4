import type { WorkCalendar } from '../../domain/calendar/work-calendar';
import type { Area } from '../../domain/community/community';
import type { AreaId } from '../../domain/ids';
import type { Placed } from './pack-map';
import type { OwnCalendar, PackArea, PackFile } from './pack-schema';

/** What is written differs from the area around it. Hours without seasons hold all year. */
export const calendarWith = (around: WorkCalendar, written: OwnCalendar): WorkCalendar => ({
  timeZone: around.timeZone,
  hours: written.hours ?? around.hours,
  seasons: written.seasons ?? (written.hours ? [] : around.seasons),
  weekdays: written.weekdays ?? around.weekdays,
  daysOff: written.daysOff ?? around.daysOff,
  workingDays: written.workingDays ?? around.workingDays,
});

/** The working time of an area, from the widest area down to it; the areas are known to be a tree. */
export const calendarAt = (area: PackArea, file: Pick<PackFile, 'areas' | 'calendar'>): WorkCalendar => {
  const parent = file.areas.find(({ id }) => id === area.in);
  const around = parent ? calendarAt(parent, file) : file.calendar;
  return area.calendar ? calendarWith(around, area.calendar) : around;
};

/** The areas of a pack; one that keeps its own hours has its whole calendar. */
export const areasOf = (
  file: Pick<PackFile, 'areas' | 'calendar'>,
  placed: ReadonlyMap<AreaId, Placed>,
): readonly Area[] =>
  file.areas.map((area) => ({
    id: area.id,
    kind: area.kind,
    name: area.name,
    parent: area.in ?? null,
    aliases: area.aliases,
    ...(area.calendar ? { calendar: calendarAt(area, file) } : {}),
    ...placed.get(area.id),
  }));
