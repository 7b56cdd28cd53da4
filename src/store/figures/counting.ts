import type { mongo } from 'mongoose';

/** Reports that count: neither taken back nor a false alarm, nor counted with the one that they were merged into. */
export const counting = (communityId: string): mongo.Document => ({
  communityId,
  kind: 'ticket',
  'state.nature': { $ne: 'suggestion' },
  'state.phase': { $nin: ['withdrawn', 'merged'] },
  'state.closedFor': { $nin: ['withdrawn', 'false-alarm'] },
});
