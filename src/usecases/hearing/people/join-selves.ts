import type { Person } from '../../../domain/community/community';
import type { PersonId } from '../../../domain/ids';
import { askStaff } from '../../../domain/notices/ask-staff';
import type { Inbound } from '../../inbound';
import type { EnginePorts } from '../../ports-of-engine';
import { sayBecauseOf } from '../answer-person';
import { ownTickets } from '../find-ticket';

export interface Joining {
  readonly id: string;
  readonly from: Person;
  readonly to: Person;
  /** Who found it true; null: a code was typed. */
  readonly by: PersonId | null;
}

/** Two accounts become one person's; that person hears it wherever they can be reached, and staff know how to undo it. */
export const joinSelves = async (
  ports: EnginePorts,
  inbound: Inbound,
  { id, from, to, by }: Joining,
): Promise<boolean> => {
  const at = ports.clock.now().toISOString();
  if (!(await ports.selves.merge({ id, from: from.id, to: to.id, name: from.name, at, by }))) return false;
  // They wrote, from what is their account by now.
  await ports.incidents.close(`unreachable:${to.id}`);
  const [points, open] = await Promise.all([ports.ledger.balance(`person:${to.id}`), ownTickets(ports, to)]);
  const staff = { wording: 'self.joined-staff', params: { of: to.id, name: from.name } } as const;
  const community = await ports.communities.current();
  await sayBecauseOf(ports, inbound, [
    {
      to: { person: to.id },
      key: 'self-joined',
      urgency: 'prompt',
      wording: 'self.joined',
      params: { name: to.id, points, open: open.length },
    },
    ...(by === null
      ? askStaff(staff, { community, now: at, key: 'self-joined', question: false })
      : [{ to: { person: by }, key: 'self-joined-staff', urgency: 'prompt' as const, ...staff }]),
  ]);
  return true;
};
