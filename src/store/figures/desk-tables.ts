import { calendarOf } from '../../domain/community/area-calendar';
import type { Community } from '../../domain/community/community';
import { workingTable, type WorkingTable } from '../../domain/figures/working-table';
import type { WorkCalendar } from '../../domain/calendar/work-calendar';
import type { AreaId } from '../../domain/ids';
import type { Expression } from './expression';

/** Working time of every desk, to be looked up by a ticket's area. All tables are of the same days. */
export interface DeskTables {
  readonly origin: number;
  /** How many days each has. */
  readonly length: number;
  /** The days of the ticket's own desk. */
  readonly days: Expression;
}

/** As `clockArea` of the domain: whose working time counts. */
const clockArea: Expression = { $ifNull: ['$state.desk', '$state.place.area'] };

/** The areas and the desks beside them that keep other hours than the community, by the hours that they keep. */
const areasByCalendar = (community: Community): ReadonlyMap<WorkCalendar, readonly AreaId[]> => {
  const found = new Map<WorkCalendar, AreaId[]>();
  for (const { id } of [...community.areas, ...community.desks]) {
    const calendar = calendarOf(community, id);
    if (calendar !== community.calendar) found.set(calendar, [...(found.get(calendar) ?? []), id]);
  }
  return found;
};

export const deskTables = (community: Community, from: number, to: number): DeskTables => {
  const { origin, days } = workingTable(community.calendar, from, to);
  const literal = (table: WorkingTable['days']): Expression => ({ $literal: table });
  const branches = [...areasByCalendar(community)].map(([calendar, areas]) => ({
    case: { $in: [clockArea, areas] },
    then: literal(workingTable(calendar, from, to).days),
  }));
  return {
    origin,
    length: days.length,
    days: branches.length === 0 ? literal(days) : { $switch: { branches, default: literal(days) } },
  };
};
