import { communityArea } from '../community/area-tree';
import type { AreaId, Moment } from '../ids';
import type { Community } from '../community/community';
import { directorsFor, onDuty, staffFor } from '../community/responsible';
import type { Say } from '../decision';
import type { Spoken } from '../wording/params';
import { placeNotice } from './place-notice';

interface Asked {
  readonly community: Community;
  readonly now: Moment;
  readonly key: string;
  readonly question: boolean;
}

/** Staff of the community who are on duty, else all of it, else the directors: what only the office can tell. */
export const askStaff = (spoken: Spoken, { community, now, key, question }: Asked): readonly Say[] => {
  const area: AreaId | null = communityArea(community)?.id ?? null;
  const staff = staffFor(community, area, now);
  const all = staff.length > 0 ? staff : directorsFor(community, area, now);
  const duty = onDuty(community, area, now).filter((person) => all.some(({ id }) => id === person.id));
  const asked = duty.length > 0 ? duty : all;
  return asked.map(({ id }) =>
    placeNotice(
      {
        to: { person: id },
        key,
        urgency: duty.length > 0 ? 'prompt' : 'ordinary',
        ...(question ? { question: true as const, choices: ['yes', 'no'] as const } : {}),
        ...spoken,
      },
      { area, community, now },
    ),
  );
};
