import type { Person } from '../../domain/community/community';
import type { TicketCommand } from '../../domain/ticket/ticket-command';
import type { PersonId } from '../../domain/ids';
import { ringUp } from '../../domain/notices/ring-up';
import { commandTicket } from '../deciding/command-ticket';
import { draftSays } from '../deciding/commit-decision';
import type { OutboxRow } from '../ports';
import type { EnginePorts } from '../ports-of-engine';
import type { WaysLeft } from './delivery-ports';

/** What it means that this question reached nobody; null: nothing. */
const commandOf = ({ say }: OutboxRow, by: Person): TicketCommand | null => {
  if (say.card !== undefined) return null;
  // Not asked whether somebody is in danger: it is taken for danger, at once.
  if (say.wording === 'ticket.ask-danger') return { kind: 'danger', by, danger: true, why: 'unreachable' };
  return say.wording === 'ticket.call-back' ? { kind: 'unheard', by } : null;
};

/** Nothing private is said to staff but that the person is to be rung up, and because of which matter. */
const askToRing = async (ports: EnginePorts, row: OutboxRow, person: PersonId, mentioned: boolean): Promise<void> => {
  const [community, now] = [await ports.communities.current(), ports.clock.now().toISOString()];
  const says = ringUp({ person, community, now, critical: row.say.urgency === 'critical', mentioned });
  const drafts = await draftSays(says, { ref: null, version: 0, scope: 'ring' }, ports);
  await ports.wakeUps.drain(await ports.outbox.add(drafts));
};

/** A reporter who cannot be asked in private: the matter does not wait for the answer. */
export const createConfirmUnreachable =
  (ports: EnginePorts) =>
  async (row: OutboxRow, { byNature, mentioned }: WaysLeft): Promise<void> => {
    if (!byNature && row.person !== null) await askToRing(ports, row, row.person, mentioned);
    const by = row.matter && row.person !== null ? await ports.people.byId(row.person) : null;
    const command = by && commandOf(row, by);
    if (!row.matter || !command) return;
    await commandTicket(ports, `unreachable:${row.id}`, row.matter.id, command, { words: [], photos: [] });
  };
