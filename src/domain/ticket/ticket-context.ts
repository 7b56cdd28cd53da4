import type { Community } from '../community/community';
import type { Guard } from '../decision';
import type { Moment } from '../ids';

/** What a rule may look at beside the ticket. */
export interface TicketContext {
  readonly now: Moment;
  readonly community: Community;
  /** Facts read for this decision, by id; one that was not there is absent. */
  readonly guards: ReadonlyMap<string, Guard>;
}

export const guardOf = (context: TicketContext, id: string): Guard =>
  context.guards.get(id) ?? { id, version: 0, value: null };
