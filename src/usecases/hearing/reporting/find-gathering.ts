import { Gathering } from '../../../domain/gathering/gathering';
import type { Community } from '../../../domain/community/community';
import { Ticket } from '../../../domain/ticket/ticket';
import type { InboundMessage } from '../../inbound';
import type { Stored } from '../../ports';
import type { EnginePorts } from '../../ports-of-engine';

/** Open gatherings of one person that are looked at; nobody opens more within a minute. */
const most = 10;

/** The open gatherings of this sender that this message may belong to, the newest first. */
export const gatheringsFor = async (
  ports: EnginePorts,
  inbound: InboundMessage,
): Promise<readonly Stored<Gathering>[]> => {
  const found = await ports.matters.find({
    kind: 'gathering',
    person: inbound.sender.person,
    open: true,
    limit: most,
  });
  const now = ports.clock.now().toISOString();
  return found
    .map((stored) => ({ ...stored, state: Gathering.parse(stored.state) }))
    .filter(({ state }) => state.dueAt >= now)
    .filter(
      ({ state }) => state.chat === inbound.chat.id || (inbound.chat.kind === 'private' && state.phase === 'asked'),
    )
    .sort((one, other) => (one.state.dueAt < other.state.dueAt ? 1 : -1));
};

/**
 * Parts of one album belong together; without an album the newest gathering is meant. An album whose words came before
 * it, as a message of their own, belongs to those words; never to another album.
 */
export const ofAlbum = (gatherings: readonly Stored<Gathering>[], album: string | null): Stored<Gathering> | null =>
  gatherings.find(({ state }) => album === null || state.album === album) ??
  gatherings.find(({ state }) => state.album === null) ??
  null;

/** The ticket that this sender's words made here a moment ago: photos that follow belong to it. Null: there is none. */
export const ticketJustReported = async (
  ports: EnginePorts,
  inbound: InboundMessage,
  { policy }: Community,
): Promise<string | null> => {
  const { person } = inbound.sender;
  const group = inbound.chat.kind === 'group' ? inbound.chat.id : null;
  const since = new Date(ports.clock.now().getTime() - policy.gatheringSeconds * 1000).toISOString();
  const found = await ports.matters.find({ kind: 'ticket', person, open: true, limit: most });
  const just = found
    .map(({ state }) => Ticket.parse(state))
    .filter(({ reporters }) =>
      reporters.some((each) => each.person === person && each.group === group && each.at >= since),
    );
  return just.sort((one, other) => other.number - one.number)[0]?.id ?? null;
};
