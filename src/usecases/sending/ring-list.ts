import { isClosedTo } from '../../domain/ticket/working/handler-roles';
import { Ticket } from '../../domain/ticket/ticket';
import type { PersonId } from '../../domain/ids';
import type { SpokenOf } from '../../domain/wording/params';
import type { DeliveryPorts } from './delivery-ports';

type PleaseRing = SpokenOf<'platform.please-ring'>;
type Ports = Pick<DeliveryPorts, 'outbox' | 'matters' | 'communities'>;

/** As many as one message can list. */
const listed = 5;

/** What could not be said, as far as the reader may know of it; null: the person has been reached since. */
export const fillRing = async (
  { params }: PleaseRing,
  reader: PersonId,
  { outbox, matters, communities }: Ports,
): Promise<PleaseRing | null> => {
  const unheard = await outbox.unheardBy(params.person);
  if (unheard.length === 0) return null;
  const community = await communities.current();
  const by = community.officers.find(({ id }) => id === reader);
  const ids = [...new Set(unheard.flatMap(({ matter }) => (matter?.kind === 'ticket' ? [matter.id] : [])))];
  const tickets = await Promise.all(ids.slice(-listed).map((id) => matters.load<unknown>(id)));
  const numbers = tickets
    .flatMap((stored) => (stored === null ? [] : [Ticket.parse(stored.state)]))
    .filter((ticket) => by !== undefined && !isClosedTo(ticket, by, community))
    .map(({ number }) => number);
  return { wording: 'platform.please-ring', params: { ...params, numbers } };
};
