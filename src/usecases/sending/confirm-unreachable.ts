import { commandTicket } from '../deciding/command-ticket';
import type { OutboxRow } from '../ports';
import type { EnginePorts } from '../ports-of-engine';

/** A reporter who cannot be asked whether somebody is in danger: it is taken for danger, at once. */
export const createConfirmUnreachable =
  (ports: EnginePorts) =>
  async ({ id, say, matter, person }: OutboxRow): Promise<void> => {
    if (say.card !== undefined || say.wording !== 'ticket.ask-danger' || !matter || person === null) return;
    const by = await ports.people.byId(person);
    if (!by) return;
    const command = { kind: 'danger', by, danger: true, why: 'unreachable' } as const;
    await commandTicket(ports, `unreachable:${id}`, matter.id, command, { words: [], photos: [] });
  };
