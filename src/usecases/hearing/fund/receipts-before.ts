import { foldGathering, type GatheringEvent } from '../../../domain/gathering/gathering';
import type { AlsoDecision } from '../../../domain/decision';
import type { MatterId } from '../../../domain/ids';
import type { InboundMessage } from '../../inbound';
import type { PhotoWanted } from '../../ports';
import type { EnginePorts } from '../../ports-of-engine';
import { gatheringsFor } from '../reporting/find-gathering';

export interface ReceiptsBefore {
  readonly photos: readonly PhotoWanted[];
  /** The gatherings that waited for words have got them. */
  readonly also: readonly AlsoDecision[];
}

/**
 * The photos that this person sent here a moment ago and that wait for words: where a platform gives photos no words of
 * their own, the receipt comes first. They are fetched anew for the line, since it is nobody's own.
 */
export const receiptsBefore = async (
  ports: EnginePorts,
  inbound: InboundMessage,
  id: MatterId,
  by: string,
): Promise<ReceiptsBefore> => {
  const waiting = (await gatheringsFor(ports, inbound)).filter(({ state }) => state.ticket === null);
  const sent = await ports.photos.byIds(waiting.flatMap(({ state }) => state.photos));
  const events: readonly GatheringEvent[] = [{ kind: 'lapsed', at: ports.clock.now().toISOString() }];
  return {
    photos: sent.map(({ source, at }) => ({ id: ports.newId(), matter: id, by, source, at })),
    also: waiting.map(({ ref, version, state }) => ({
      ...{ matter: ref, expectedVersion: version, events, says: [] },
      state: foldGathering(state, events),
    })),
  };
};
