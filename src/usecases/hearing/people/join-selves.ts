import { addMinutes } from '../../../domain/calendar/local-time';
import type { Person } from '../../../domain/community/community';
import { graceDays } from '../../../domain/community/retention';
import type { Moment, PersonId } from '../../../domain/ids';
import type { SelfParams } from '../../../domain/wording/self-params';
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

/**
 * Whoever wished to be forgotten still does: a guest what they said so far, somebody known all of it, the new account's
 * too; but nothing goes that was not theirs when they wished it without their days for second thoughts.
 */
const wishesStay = async (
  { privacy }: EnginePorts,
  { from, to }: Joining,
  at: Moment,
): Promise<readonly SelfParams['self.joined-wish'][]> => {
  const wishes = await privacy.wishesOf(to.id);
  const due = wishes.find(({ person }) => person === from.id)?.dueAt ?? null;
  const whole = wishes.find(({ person }) => person === to.id);
  const grace = addMinutes(at, graceDays * 24 * 60);
  if (whole?.dueAt == null) return due === null ? [] : [{ due, all: false }];
  const later = whole.dueAt < grace ? grace : whole.dueAt;
  await privacy.setErasure(to.id, { askedAt: whole.askedAt, dueAt: later });
  return [{ due: later, all: true }];
};

/** Two accounts become one person's; that person hears it wherever they can be reached, and staff know how to undo it. */
export const joinSelves = async (ports: EnginePorts, inbound: Inbound, joining: Joining): Promise<boolean> => {
  const { id, from, to, by } = joining;
  const at = ports.clock.now().toISOString();
  if (!(await ports.selves.merge({ id, from: from.id, to: to.id, name: from.name, at, by }))) return false;
  // They wrote, from what is their account by now.
  await ports.incidents.close(`unreachable:${to.id}`);
  const [points, open] = await Promise.all([ports.ledger.balance(`person:${to.id}`), ownTickets(ports, to)]);
  const staff = { wording: 'self.joined-staff', params: { of: to.id, name: from.name } } as const;
  const community = await ports.communities.current();
  const wishes = await wishesStay(ports, joining, at);
  await sayBecauseOf(ports, inbound, [
    {
      to: { person: to.id },
      key: 'self-joined',
      urgency: 'prompt',
      wording: 'self.joined',
      params: { name: to.id, points, open: open.length },
    },
    ...wishes.map((params) => ({
      to: { person: to.id },
      key: 'self-joined-wish',
      urgency: 'prompt' as const,
      ...({ wording: 'self.joined-wish', params } as const),
    })),
    ...(by === null
      ? askStaff(staff, { community, now: at, key: 'self-joined', question: false })
      : [{ to: { person: by }, key: 'self-joined-staff', urgency: 'prompt' as const, ...staff }]),
  ]);
  return true;
};
