import type { Community } from '../../community/community';
import type { PartLine } from '../../wording/joint-params';
import type { Ticket } from '../ticket';
import { holdersOfPart, isRunning } from './open-parts';
import type { Part, PartState } from './part';
import { partDue } from './part-clock';

type Told = Part & { readonly state: Exclude<PartState, 'dropped'> };

const isTold = (part: Part): part is Told => part.state !== 'dropped';

export const lineOf = (part: Told, ticket: Ticket, community: Community): PartLine => ({
  desk: part.desk,
  people: holdersOfPart(part),
  words: [part.words],
  state: part.state,
  due: isRunning(part) ? partDue(part, ticket, community) : null,
});

/** What stands of the parts on cards and in the history, by desk; nothing where nobody was asked to help. */
export const partLines = (ticket: Ticket, community: Community): { readonly parts?: readonly PartLine[] } => {
  const told = ticket.parts.filter(isTold);
  return told.length === 0 ? {} : { parts: told.map((part) => lineOf(part, ticket, community)) };
};
