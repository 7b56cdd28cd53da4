import { addMinutes } from '../../calendar/local-time';
import { timeStep, type TimeRule } from '../clocks/time-step';
import { alarmPauseMinutes } from './alarm-pause';
import { alarmRound, alarmStreet } from './alarm-round';

/** A danger that nobody has taken charge of is alarmed again, wider each round, and to the street office in time. */
export const alarmSteps: TimeRule = (ticket, community) => {
  if (ticket.phase !== 'dispatched' || ticket.class !== 'critical') return [];
  const round = (ticket.alarm?.rounds ?? 0) + 1;
  const nextAt = ticket.alarm
    ? addMinutes(ticket.alarm.lastAt, alarmPauseMinutes(ticket.alarm.rounds, community))
    : ticket.reportedAt;
  // From the first alarm: a report whose danger was seen late is alarmed from then on.
  const since = ticket.dispatchedAt ?? ticket.reportedAt;
  return [
    timeStep({
      kind: 'alarm',
      name: `alarm.${round}`,
      at: nextAt,
      perform: (unowned, context) => alarmRound(unowned, round, context),
    }),
    timeStep({
      kind: 'alarm-street',
      name: 'alarm.street',
      at: addMinutes(since, community.policy.alarmStreetMinutes),
      level: 'street',
      perform: alarmStreet,
    }),
  ];
};
