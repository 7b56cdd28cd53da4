import type { PersonId } from '../../ids';
import type { Ticket } from '../ticket';

/** Whether it is in this person's hands: its owner, or, while nobody has taken it, one of those who were asked. */
export const hasIt = ({ claimedBy, handlers }: Pick<Ticket, 'claimedBy' | 'handlers'>, person: PersonId): boolean =>
  claimedBy === null ? handlers.includes(person) : claimedBy === person;
