import { minutesBetween } from '../../../domain/calendar/local-time';
import { reportersOf } from '../../../domain/ticket/telling/tell';
import { takesReports } from '../../../domain/ticket/telling/ticket-card';
import type { InboundAnswer, InboundMessage } from '../../inbound';
import type { EnginePorts } from '../../ports-of-engine';
import { ownTickets } from '../find-ticket';
import { placeOf } from './read-place';
import { runTicketCommand } from '../run-ticket-command';
import { readCalled, type Said } from '../said';

/** A slip is noticed this soon, or not at all. */
const slipMinutes = 10;

/** Puts the place right of what this person has just reported and nobody has taken yet. Null: there is nothing like it. */
export const correctPlace = async (
  ports: EnginePorts,
  inbound: InboundMessage,
  { person, community, text }: Said,
): Promise<InboundAnswer | null> => {
  const { place: meant } = readCalled(ports, inbound, text, community);
  if (meant === null) return null;
  const now = ports.clock.now().toISOString();
  const ticket = (await ownTickets(ports, person)).find(
    (own) =>
      takesReports(own) &&
      own.claimedBy === null &&
      reportersOf(own)[0] === person.id &&
      minutesBetween(own.reportedAt, now) < slipMinutes,
  );
  if (!ticket) return null;
  const { place, words } = placeOf(ports, meant, ticket.id, person, community);
  return runTicketCommand(ports, inbound, ticket, { kind: 'place', by: person, place }, { words, photos: [] });
};
