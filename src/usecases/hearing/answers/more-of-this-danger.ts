import { minutesBetween } from '../../../domain/calendar/local-time';
import { takesReports } from '../../../domain/ticket/telling/ticket-card';
import { reportersOf } from '../../../domain/ticket/telling/tell';
import type { Ticket } from '../../../domain/ticket/ticket';
import type { FreeMessage } from './free-message';
import { reportedTickets } from '../find-ticket';
import type { InboundAnswer, InboundMessage } from '../../inbound';
import { idsOf, keepPhotos, keepWords, photoIds } from '../keep-parts';
import type { EnginePorts } from '../../ports-of-engine';
import { placeOf } from '../reporting/read-place';
import { runTicketCommand } from '../run-ticket-command';

/** Who is in danger writes in bursts: so long, the next cry is the same one. */
const burstMinutes = 10;

/** The danger this person cried out about just now, unless these words name another kind or another place. */
const sameDanger = async (
  ports: EnginePorts,
  { reading, person, community }: FreeMessage,
): Promise<Ticket | undefined> => {
  const { area } = placeOf(ports, reading.place, 'pending', person, community).place;
  return (await reportedTickets(ports, person)).find(
    (own) =>
      own.class === 'critical' &&
      own.category === reading.critical?.category &&
      takesReports(own) &&
      reportersOf(own).includes(person.id) &&
      minutesBetween(own.reportedAt, ports.clock.now().toISOString()) < burstMinutes &&
      (area === null || own.place.area === null || own.place.area === area),
  );
};

/** A second cry of the same person about the same danger: one ticket, which learns where it is and what else is seen. */
export const moreOfThisDanger = async (
  ports: EnginePorts,
  inbound: InboundMessage,
  free: FreeMessage,
): Promise<InboundAnswer | null> => {
  const ticket = free.reading.critical ? await sameDanger(ports, free) : undefined;
  return ticket ? addToDanger(ports, inbound, free, ticket) : null;
};

/** More of a danger that is known: its place, where that was missing, and whatever else is said and shown. */
export const addToDanger = async (
  ports: EnginePorts,
  inbound: InboundMessage,
  { text, reading, person, community }: FreeMessage,
  ticket: Ticket,
): Promise<InboundAnswer> => {
  const located = placeOf(ports, reading.place, ticket.id, person, community);
  if (ticket.place.area === null && located.place.words !== null) {
    const where = { ...inbound, key: `${inbound.key}:where` };
    const place = { kind: 'place', by: person, place: located.place } as const;
    await runTicketCommand(ports, where, ticket, place, { words: located.words, photos: [] });
  }
  const words = keepWords(ports, text, ticket.id, person.id, inbound.at);
  const photos = keepPhotos(ports, inbound, ticket.id);
  const command = {
    kind: 'supplement',
    by: person,
    words: idsOf([words]),
    photos: photoIds(photos),
    quietly: false,
  } as const;
  return runTicketCommand(ports, inbound, ticket, command, { words: words ? [words] : [], photos });
};
