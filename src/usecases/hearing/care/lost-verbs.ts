import { readNumber } from '../../../domain/understanding/read-number';
import type { InboundAnswer } from '../../inbound';
import { survivorOf } from '../../deciding/survivor';
import { ticketByNumber } from '../find-ticket';
import { sayNotFound } from '../answer-outcome';
import type { AskedOfCare } from './asked-of-care';
import { identifyPerson, showFamilyOf } from './identify-person';

/** Said of a matter about somebody found: 认人 with what more is known, 家属 with a place on the list. */
export const ofTicket = async (
  asked: AskedOfCare,
  number: number,
  what: 'match' | 'family',
): Promise<InboundAnswer> => {
  const { ports, inbound, typed, person: by } = asked;
  const named = await ticketByNumber(ports, number, by, { evenOnCard: false });
  if (!named) return sayNotFound(ports, inbound, by, number);
  const ticket = (await survivorOf(ports.matters, named)).state;
  const more = [typed.rest, typed.reason].filter(Boolean).join('，');
  if (what === 'match') return identifyPerson(ports, inbound, ticket, { by, more });
  const place = readNumber(more.replace(/^第/u, '').replace(/[位个号。.]+$/u, ''));
  return showFamilyOf(ports, inbound, ticket, { by, place });
};
