import { CareFile } from '../../../domain/care/care-file';
import type { Person } from '../../../domain/community/community';
import { seeksPerson } from '../../../domain/ticket/seeking/seeks-person';
import type { Ticket } from '../../../domain/ticket/ticket';
import type { TicketCommand } from '../../../domain/ticket/ticket-command';
import { commandTicket } from '../../deciding/command-ticket';
import type { Inbound, InboundAnswer } from '../../inbound';
import type { EnginePorts } from '../../ports-of-engine';
import { answerOutcome } from '../answer-outcome';
import { loggedIn, matchPerson } from './match-person';

const noDocuments = { words: [], photos: [] };

/** `认人 #101 …`: who of the ledger it may be, with the look in each of their files. */
export const identifyPerson = async (
  ports: EnginePorts,
  inbound: Inbound,
  ticket: Ticket,
  { by, more }: { readonly by: Person; readonly more: string },
): Promise<InboundAnswer> => {
  const found = await matchPerson(ports, ticket, more);
  const command: TicketCommand = { kind: 'show-candidates', by, found };
  const ids = found.map(({ file }) => file.id);
  const outcome = await commandTicket(ports, inbound.key, ticket.id, command, noDocuments, () =>
    loggedIn(ports, ids, { by, what: 'match', ticket }),
  );
  return answerOutcome(ports, inbound, ticket, command, outcome);
};

/** Whoever takes charge of somebody found sees at once who it may be; nothing is said when nobody fits. */
export const offerCandidates = async (
  ports: EnginePorts,
  inbound: Inbound,
  ticket: Ticket,
  by: Person,
): Promise<void> => {
  const { care, ...community } = await ports.communities.current();
  if (!care || !seeksPerson(ticket.category, community)) return;
  const found = await matchPerson(ports, ticket, '');
  if (found.length === 0) return;
  const ids = found.map(({ file }) => file.id);
  const command: TicketCommand = { kind: 'show-candidates', by, found };
  await commandTicket(ports, `${inbound.key}:match`, ticket.id, command, noDocuments, () =>
    loggedIn(ports, ids, { by, what: 'match', ticket }),
  );
};

const fileAt = async (
  ports: EnginePorts,
  { candidates }: Ticket,
  by: Person,
  place: number | null,
): Promise<CareFile | null> => {
  const files = candidates.find(({ person }) => person === by.id)?.files ?? [];
  // One candidate needs no number.
  const id = place === null ? (files.length === 1 ? files[0] : undefined) : files[place - 1];
  const stored = id === undefined ? null : await ports.matters.load(id);
  return stored?.ref.kind === 'care' ? CareFile.parse(stored.state) : null;
};

/** `家属 #101 1`: the telephone of the family of that one of the list. */
export const showFamilyOf = async (
  ports: EnginePorts,
  inbound: Inbound,
  ticket: Ticket,
  { by, place }: { readonly by: Person; readonly place: number | null },
): Promise<InboundAnswer> => {
  const file = await fileAt(ports, ticket, by, place);
  const command: TicketCommand = { kind: 'show-family', by, file };
  const outcome = await commandTicket(ports, inbound.key, ticket.id, command, noDocuments, () =>
    file ? loggedIn(ports, [file.id], { by, what: 'family', ticket }) : Promise.resolve([]),
  );
  return answerOutcome(ports, inbound, ticket, command, outcome);
};
