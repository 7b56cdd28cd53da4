import type { Community } from '../../community/community';

/** Pauses behind the pack's own, so that a whole night is not one every ten minutes; the last repeats. */
const laterAlarmMinutes = [10, 15, 20, 30];

/** Minutes from a round of the alarm to the next: the pack's, then longer ones. */
export const alarmPauseMinutes = (round: number, { policy: { alarmMinutes } }: Community): number => {
  const longest = Math.max(...alarmMinutes);
  const pauses = [...alarmMinutes, ...laterAlarmMinutes.filter((minutes) => minutes > longest)];
  return pauses[Math.min(Math.max(round, 1), pauses.length) - 1] ?? longest;
};
