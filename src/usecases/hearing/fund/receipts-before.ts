import { foldGathering, type GatheringEvent } from '../../../domain/gathering/gathering';
import type { AlsoDecision } from '../../../domain/decision';
import type { MatterId } from '../../../domain/ids';
import type { InboundMessage } from '../../inbound';
import type { PhotoWanted } from '../../ports';
import type { EnginePorts } from '../../ports-of-engine';
import { gatheringsFor } from '../reporting/find-gathering';

export interface ReceiptsBefore {
  readonly photos: readonly PhotoWanted[];
  /** The gathering that waited for words has got them. */
  readonly also: readonly AlsoDecision[];
}

/**
 * The photos that this person sent last, one after the other or as an album, and that still wait for words: where a
 * platform gives photos no words of their own, the receipt comes first. An album before that is of something else. They
 * are fetched anew for the line, since it is nobody's own.
 */
export const receiptsBefore = async (
  ports: EnginePorts,
  inbound: InboundMessage,
  id: MatterId,
  by: string,
): Promise<ReceiptsBefore> => {
  const waiting = (await gatheringsFor(ports, inbound)).find(({ state }) => state.ticket === null);
  if (!waiting) return { photos: [], also: [] };
  const { ref, version, state } = waiting;
  const sent = await ports.photos.byIds(state.photos);
  const events: readonly GatheringEvent[] = [{ kind: 'lapsed', at: ports.clock.now().toISOString() }];
  return {
    photos: state.photos
      .flatMap((photo) => sent.find((each) => each.id === photo) ?? [])
      .map(({ source, at }) => ({ id: ports.newId(), matter: id, by, source, at })),
    also: [{ ...{ matter: ref, expectedVersion: version, events, says: [] }, state: foldGathering(state, events) }],
  };
};
