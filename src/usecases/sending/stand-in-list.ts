import { standInFor } from '../../domain/community/absence';
import { Ticket } from '../../domain/ticket/ticket';
import { headOf } from '../../domain/ticket/telling/ticket-card';
import type { PersonId } from '../../domain/ids';
import type { SpokenOf } from '../../domain/wording/params';
import type { DeliveryPorts } from './delivery-ports';

type StandIn = SpokenOf<'duty.stand-in'>;

/** As many matters as one message can list. */
const listed = 20;

/** Still to be handed over, or handed over by this leave. */
const isOf = ({ claimedBy, handlers, standIns }: Ticket, person: PersonId, by: PersonId): boolean =>
  (claimedBy === null ? handlers.includes(person) : claimedBy === person) ||
  standIns.some((each) => each.person === person && each.by === by);

/** The list as it is when it is said; null when this person does not stand in any more. */
export const fillStandIn = async (
  { params }: StandIn,
  by: PersonId,
  ports: Pick<DeliveryPorts, 'matters' | 'communities' | 'clock'>,
): Promise<StandIn | null> => {
  const community = await ports.communities.current();
  if (standInFor(community, params.person, ports.clock.now().toISOString()).person !== by) return null;
  const open = { kind: 'ticket', open: true, limit: 100 } as const;
  const found = await Promise.all(
    [params.person, by].flatMap((person) => [
      ports.matters.find({ ...open, owner: person }),
      ports.matters.find({ ...open, person }),
    ]),
  );
  const tickets = new Map(found.flat().map(({ ref, state }) => [ref.id, Ticket.parse(state)]));
  const own = [...tickets.values()].filter((ticket) => isOf(ticket, params.person, by) && ticket.class !== 'critical');
  own.sort((one, other) => one.number - other.number);
  return { wording: 'duty.stand-in', params: { ...params, open: own.slice(0, listed).map(headOf) } };
};
