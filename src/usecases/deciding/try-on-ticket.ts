import type { Community } from '../../domain/community/community';
import type { Decision } from '../../domain/decision';
import { foldTicket } from '../../domain/ticket/apply-ticket-event';
import { Ticket } from '../../domain/ticket/ticket';
import type { TicketEvent } from '../../domain/ticket/ticket-event';
import type { EnginePorts } from '../ports-of-engine';
import { commitDecision } from './commit-decision';

/** Conflicts in a row after which it is left. */
const attempts = 5;

/**
 * Decides something of a ticket that nobody asked for, again on fresh state when somebody was quicker. After some
 * conflicts it is left: the ticket stands as it is, and nothing is lost. Null: there is nothing to decide.
 */
export const tryOnTicket = async (
  ports: EnginePorts,
  { id, cause }: { readonly id: string; readonly cause: string },
  decide: (ticket: Ticket, community: Community) => Promise<Decision<TicketEvent> | null>,
): Promise<void> => {
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const stored = await ports.matters.load(id);
    if (stored?.ref.kind !== 'ticket') return;
    const ticket = Ticket.parse(stored.state);
    const community = await ports.communities.current();
    const decision = await decide(ticket, community);
    if (!decision) return;
    const outcome = await commitDecision(
      {
        ...{ cause, matter: stored.ref, expectedVersion: stored.version, decision },
        ...{ state: foldTicket(ticket, decision.events), words: [], photos: [] },
      },
      community,
      ports,
    );
    if (outcome.kind !== 'conflict') return;
  }
};
