import type { AlsoDecision, Guard } from '../../domain/decision';
import { officersNamed } from '../../domain/community/officers-named';
import { foldTicket } from '../../domain/ticket/apply-ticket-event';
import type { TicketRefusal } from '../../domain/ticket/refusal';
import { Ticket } from '../../domain/ticket/ticket';
import { decideTicket, guardsOfCommand } from '../../domain/ticket/command-rules';
import type { TicketCommand } from '../../domain/ticket/ticket-command';
import { commitDecision } from './commit-decision';
import type { PhotoWanted, WordsDocument } from '../ports';
import type { EnginePorts } from '../ports-of-engine';

export type CommandOutcome =
  | { readonly kind: 'done'; readonly ticket: Ticket }
  | { readonly kind: 'refused'; readonly ticket: Ticket; readonly refusal: TicketRefusal }
  | { readonly kind: 'repeated' }
  | { readonly kind: 'absent' };

/** Conflicts in a row after which something is wrong with the database, not with the timing. */
const attempts = 12;

const guardsFor = async (ports: EnginePorts, ids: readonly string[]): Promise<ReadonlyMap<string, Guard>> => {
  if (ids.length === 0) return new Map();
  const guards = await ports.matters.guards(ids);
  return new Map(guards.map((guard) => [guard.id, guard]));
};

/** Loads, decides, commits; decides again on fresh state when somebody was quicker. */
export const commandTicket = async (
  ports: EnginePorts,
  cause: string,
  id: string,
  command: TicketCommand,
  documents: { readonly words: readonly WordsDocument[]; readonly photos: readonly PhotoWanted[] },
  /** What else changes with it; asked anew for each try. */
  also: () => Promise<readonly AlsoDecision[]> = () => Promise.resolve([]),
): Promise<CommandOutcome> => {
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const stored = await ports.matters.load(id);
    if (!stored) return { kind: 'absent' };
    const ticket = Ticket.parse(stored.state);
    const community = await ports.communities.current();
    const now = ports.clock.now().toISOString();
    const guards = await guardsFor(ports, guardsOfCommand(ticket, command, { now, community }));
    const result = decideTicket(ticket, command, {
      now,
      community,
      guards,
      named: officersNamed(documents.words.map(({ text }) => text).join('\n'), community),
    });
    if (!result.ok) return { kind: 'refused', ticket, refusal: result.refusal };
    const after = foldTicket(ticket, result.value.events) ?? ticket;
    const outcome = await commitDecision(
      {
        cause,
        matter: stored.ref,
        expectedVersion: stored.version,
        decision: { ...result.value, also: [...result.value.also, ...(await also())] },
        state: after,
        ...documents,
      },
      community,
      ports,
    );
    if (outcome.kind === 'committed') return { kind: 'done', ticket: after };
    if (outcome.kind === 'repeated') return { kind: 'repeated' };
  }
  throw new Error(`matter ${id}: ${attempts} conflicts in a row`);
};
