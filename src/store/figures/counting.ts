import type { mongo } from 'mongoose';

/** Tickets that count: neither taken back nor a false alarm, nor counted with the one that they were merged into. */
export const counting = (communityId: string): mongo.Document => ({
  communityId,
  kind: 'ticket',
  'state.phase': { $nin: ['withdrawn', 'merged'] },
  'state.closedFor': { $nin: ['withdrawn', 'false-alarm'] },
});
