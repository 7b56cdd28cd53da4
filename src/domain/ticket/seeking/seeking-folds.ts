import type { Moment } from '../../ids';
import type { Folds } from '../folds';
import type { Ticket } from '../ticket';

const unknown = { familyAt: null, policeAt: null, returnedAt: null };

const known = (ticket: Ticket, at: Moment, what: Partial<NonNullable<Ticket['seeking']>>): Ticket => ({
  ...ticket,
  newsAt: at,
  seeking: { ...(ticket.seeking ?? unknown), ...what },
});

export const seekingFolds: Folds<'family-called' | 'police-called' | 'returned' | 'thanks-passed'> = {
  'family-called': (ticket, { at }) => known(ticket, at, { familyAt: at }),
  'police-called': (ticket, { at }) => known(ticket, at, { policeAt: at }),
  returned: (ticket, { at }) => known(ticket, at, { returnedAt: at }),
  'thanks-passed': (ticket) => ticket,
};
