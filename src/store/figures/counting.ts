import type { mongo } from 'mongoose';

/** Tickets that count: neither taken back nor a false alarm. */
export const counting = (communityId: string): mongo.Document => ({
  communityId,
  kind: 'ticket',
  'state.phase': { $ne: 'withdrawn' },
  'state.closedFor': { $nin: ['withdrawn', 'false-alarm'] },
});
