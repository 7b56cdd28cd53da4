import type { Person } from '../../domain/community/community';
import type { TicketCommand } from '../../domain/ticket/ticket-command';
import { commandTicket } from '../deciding/command-ticket';
import type { OutboxRow } from '../ports';
import type { EnginePorts } from '../ports-of-engine';

/** What it means that this question reached nobody; null: nothing. */
const commandOf = ({ say }: OutboxRow, by: Person): TicketCommand | null => {
  if (say.card !== undefined) return null;
  // Not asked whether somebody is in danger: it is taken for danger, at once.
  if (say.wording === 'ticket.ask-danger') return { kind: 'danger', by, danger: true, why: 'unreachable' };
  return say.wording === 'ticket.call-back' ? { kind: 'unheard', by } : null;
};

/** A reporter who cannot be asked in private: the matter does not wait for the answer. */
export const createConfirmUnreachable =
  (ports: EnginePorts) =>
  async (row: OutboxRow): Promise<void> => {
    const by = row.matter && row.person !== null ? await ports.people.byId(row.person) : null;
    const command = by && commandOf(row, by);
    if (!row.matter || !command) return;
    await commandTicket(ports, `unreachable:${row.id}`, row.matter.id, command, { words: [], photos: [] });
  };
