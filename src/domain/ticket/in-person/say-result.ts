import type { PersonId } from '../../ids';
import type { Spoken } from '../../wording/params';
import { headOf } from '../telling/ticket-card';
import type { Ticket } from '../ticket';
import { isOwnResult } from './told';

/** The result of what somebody reported for another: they pass it on. */
export const sayResult = (ticket: Ticket, name: PersonId, again: boolean): Spoken => ({
  wording: 'ticket.tell-result',
  params: {
    ...headOf(ticket),
    name,
    who: ticket.onBehalf === null ? [] : [ticket.onBehalf],
    result: ticket.resolution?.words ? [ticket.resolution.words] : [],
    own: isOwnResult(ticket, name),
    again,
  },
});
