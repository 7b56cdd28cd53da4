import type { AreaId, Moment } from '../ids';
import type { Nothing } from './nothing';

/** What riders hear of their station and their hours. */
export interface ShiftParams {
  'shift.station': { area: AreaId };
  'shift.on': { until: Moment };
  'shift.off': Nothing;
}
