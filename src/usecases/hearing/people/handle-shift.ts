import { addMinutes } from '../../../domain/calendar/local-time';
import type { Community, Person } from '../../../domain/community/community';
import { hasRole } from '../../../domain/community/may';
import type { Area } from '../../../domain/community/community';
import type { Moment } from '../../../domain/ids';
import { foldText } from '../../../domain/understanding/fold-text';
import type { ShiftCommand } from '../../../domain/understanding/command/read-shift';
import { readSpan } from '../../../domain/understanding/time/read-span';
import type { InboundAnswer, InboundMessage } from '../../inbound';
import type { EnginePorts } from '../../ports-of-engine';
import { answerPerson, heard } from '../answer-person';
import type { Said } from '../said';

/** Whoever forgets to say that they go home is off by themselves. */
const longestMinutes = 12 * 60;

const stationNamed = (place: string, { areas }: Community): Area | undefined => {
  const wanted = [place, place.replace(/站$/u, '')];
  return areas.find(
    ({ kind, name, aliases }) => kind === 'place' && [name, ...aliases].some((each) => wanted.includes(foldText(each))),
  );
};

/** As said, but no longer than a day's work. */
const endOfShift = (until: string, now: Moment, { calendar }: Community): Moment => {
  const latest = addMinutes(now, longestMinutes);
  const words = until === '' ? '' : `今天 ${until.replace(/^(?:到|至)\s*/u, '')}`;
  const said = words === '' ? null : readSpan(`今天 0点到${words.slice(3)}`, now, calendar.timeZone);
  return said !== null && said.to > now && said.to < latest ? said.to : latest;
};

/** A question that waits for a place is answered by one. */
const isAskedWhere = async (ports: EnginePorts, { chat }: InboundMessage): Promise<boolean> => {
  const row = chat.kind === 'private' ? await ports.outbox.openQuestion(chat.id) : null;
  return row !== null && row.say.card === undefined && row.say.wording.startsWith('ticket.');
};

const setStation = async (
  ports: EnginePorts,
  inbound: InboundMessage,
  place: string,
  { person, community }: { readonly person: Person; readonly community: Community },
): Promise<InboundAnswer | null> => {
  const station = stationNamed(place, community);
  if (!station || (await isAskedWhere(ports, inbound))) return null;
  await ports.people.setShift(person.id, { station: station.id });
  await answerPerson(ports, inbound, { wording: 'shift.station', params: { area: station.id } });
  return heard('骑手说了在哪个站');
};

/** Null: said by somebody who is no rider, or meant otherwise. */
export const handleShift = async (
  ports: EnginePorts,
  inbound: InboundMessage,
  command: ShiftCommand,
  { person, community }: Said,
): Promise<InboundAnswer | null> => {
  if (!hasRole(person, 'rider')) return null;
  if (command.verb === 'station') return setStation(ports, inbound, command.place, { person, community });
  const now = ports.clock.now().toISOString();
  const until = command.verb === 'on' ? endOfShift(command.until, now, community) : null;
  await ports.people.setShift(person.id, { until });
  const spoken =
    until === null
      ? ({ wording: 'shift.off', params: {} } as const)
      : ({ wording: 'shift.on', params: { until } } as const);
  await answerPerson(ports, inbound, spoken);
  return heard(until === null ? '骑手下班了' : '骑手上班了');
};
