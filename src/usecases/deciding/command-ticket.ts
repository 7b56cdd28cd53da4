import type { AlsoDecision, Guard } from '../../domain/decision';
import { officersNamed } from '../../domain/community/officers-named';
import { foldTicket } from '../../domain/ticket/apply-ticket-event';
import type { TicketRefusal } from '../../domain/ticket/refusal';
import { Ticket } from '../../domain/ticket/ticket';
import { mostFollowed } from '../../domain/ticket/following/follow-ticket';
import { decideTicket, guardsOfCommand, otherOfCommand } from '../../domain/ticket/command-rules';
import type { CommandKind, TicketCommand } from '../../domain/ticket/ticket-command';
import type { OtherTicket } from '../../domain/ticket/ticket-context';
import type { Community } from '../../domain/community/community';
import { readGuards } from './read-guards';
import { commitDecision } from './commit-decision';
import { survivorOf } from './survivor';
import { untilCommitted } from './until-committed';
import type { PhotoWanted, Stored, WordsDocument } from '../ports';
import type { EnginePorts } from '../ports-of-engine';

export type CommandOutcome =
  | { readonly kind: 'done'; readonly ticket: Ticket }
  | { readonly kind: 'refused'; readonly ticket: Ticket; readonly refusal: TicketRefusal }
  | { readonly kind: 'repeated' }
  | { readonly kind: 'absent' };

const guardsFor = async (
  ports: EnginePorts,
  ids: readonly string[],
  community: Community,
): Promise<ReadonlyMap<string, Guard>> => {
  const guards = await readGuards(ports, ids, community);
  return new Map(guards.map((guard) => [guard.id, guard]));
};

/** Commands about a merge itself; all others act on what a merged ticket follows. */
const aboutMerging: readonly CommandKind[] = ['merge', 'not-same', 'unmerge'];

const subjectOf = async (ports: EnginePorts, id: string, { kind }: TicketCommand): Promise<Stored<Ticket> | null> => {
  const stored = await ports.matters.load(id);
  if (!stored) return null;
  return aboutMerging.includes(kind)
    ? { ...stored, state: Ticket.parse(stored.state) }
    : survivorOf(ports.matters, stored);
};

const otherFor = async (ports: EnginePorts, id: string | null): Promise<OtherTicket | null> => {
  const stored = id === null ? null : await ports.matters.load(id);
  return stored?.ref.kind === 'ticket' ? { ticket: Ticket.parse(stored.state), version: stored.version } : null;
};

/** Commands that may call people to look for somebody. */
const callers: readonly CommandKind[] = ['search', 'widen', 'link-family'];

const followsOf = async ({ matters }: EnginePorts, command: TicketCommand): Promise<number> =>
  command.kind === 'follow'
    ? (await matters.find({ kind: 'ticket', follower: command.by.id, open: true, limit: mostFollowed })).length
    : 0;

/** What would come of a command now; nothing is stored. */
export const tryCommand = async (
  ports: EnginePorts,
  ticket: Ticket,
  command: TicketCommand,
  words: readonly WordsDocument[] = [],
) => {
  const community = await ports.communities.current();
  const now = ports.clock.now().toISOString();
  const guards = await guardsFor(ports, guardsOfCommand(ticket, command, { now, community }), community);
  const named = officersNamed(words.map(({ text }) => text).join('\n'), community);
  const helpers = callers.includes(command.kind) ? await ports.people.searchHelpers(now) : [];
  const other = await otherFor(ports, otherOfCommand(ticket, command));
  const follows = await followsOf(ports, command);
  const context = { now, community, guards, named, other, helpers, follows };
  return { result: decideTicket(ticket, command, context), other, community };
};

/** Loads, decides, commits; decides again on fresh state when somebody was quicker. */
export const commandTicket = (
  ports: EnginePorts,
  cause: string,
  id: string,
  command: TicketCommand,
  documents: { readonly words: readonly WordsDocument[]; readonly photos: readonly PhotoWanted[] },
  /** What else changes with it; asked anew for each try. */
  also: () => Promise<readonly AlsoDecision[]> = () => Promise.resolve([]),
): Promise<CommandOutcome> =>
  untilCommitted<CommandOutcome>(`matter ${id}`, async () => {
    const stored = await subjectOf(ports, id, command);
    if (!stored) return { kind: 'absent' };
    const ticket = stored.state;
    const { result, community } = await tryCommand(ports, ticket, command, documents.words);
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
    return outcome.kind === 'repeated' ? { kind: 'repeated' } : null;
  });
