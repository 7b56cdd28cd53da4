import type { mongo } from 'mongoose';
import { isWithin } from '../../domain/community/area-tree';
import type { Community } from '../../domain/community/community';
import { everything, type Subject } from '../../domain/figures/figures';

const within = ({ area }: Subject, community: Community): mongo.Document => {
  if (area === null) return {};
  const areas = community.areas.filter(({ id }) => isWithin(community, id, area)).map(({ id }) => id);
  const desks = community.desks.filter((desk) => areas.includes(desk.area)).map(({ id }) => id);
  return {
    $or: [
      { 'state.place.area': { $in: areas } },
      { 'state.place.area': null, 'state.desk': { $in: [...areas, ...desks] } },
    ],
  };
};

/** Reports that count: neither taken back nor a false alarm, nor counted with the one that they were merged into. */
export const counting = (communityId: string, community: Community, subject: Subject = everything): mongo.Document => ({
  communityId,
  kind: 'ticket',
  'state.nature': { $ne: 'suggestion' },
  'state.phase': { $nin: ['withdrawn', 'merged'] },
  'state.closedFor': { $nin: ['withdrawn', 'false-alarm'] },
  ...(subject.category === null ? {} : { 'state.category': subject.category }),
  ...within(subject, community),
});
