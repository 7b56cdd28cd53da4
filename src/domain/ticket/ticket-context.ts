import type { Community } from '../community/community';
import type { Guard } from '../decision';
import type { Moment, PersonId } from '../ids';

/** What a rule may look at beside the ticket. */
export interface TicketContext {
  readonly now: Moment;
  readonly community: Community;
  /** Facts read for this decision, by id; one that was not there is absent. */
  readonly guards: ReadonlyMap<string, Guard>;
  /** Officers whom the words name that were just said. */
  readonly named?: readonly PersonId[];
}

export const guardOf = (context: TicketContext, id: string): Guard =>
  context.guards.get(id) ?? { id, version: 0, value: null };
