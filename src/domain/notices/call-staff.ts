import { communityArea } from '../community/area-tree';
import type { Community, Person } from '../community/community';
import { directorsFor, onDuty, staffFor } from '../community/responsible';
import type { Say } from '../decision';
import type { Moment, WordsId } from '../ids';
import { placeNotice } from './place-notice';

export interface CallForStaff {
  readonly community: Community;
  readonly person: Person;
  readonly words: readonly WordsId[];
  readonly now: Moment;
  /** Names this call, so that each hears it once. */
  readonly key: string;
}

/** Those on duty are told at once; where nobody is, staff or the directors hear of it when they are there again. */
export const callStaff = ({ community, person, words, now, key }: CallForStaff): readonly Say[] => {
  const area = communityArea(community)?.id ?? null;
  const duty = onDuty(community, area, now);
  const staff = staffFor(community, area, now);
  const others = staff.length > 0 ? staff : directorsFor(community, area, now);
  return (duty.length > 0 ? duty : others).map((one) =>
    placeNotice(
      {
        to: { person: one.id },
        key,
        urgency: duty.length > 0 ? 'prompt' : 'ordinary',
        wording: 'help.person-told',
        params: { name: person.id, words },
      },
      { area, community, now },
    ),
  );
};

/** When the first of them hears it; null: at once. */
export const heardFrom = (says: readonly Say[]): Moment | null => {
  const held = says.map(({ holdUntil }) => holdUntil ?? null);
  return held.includes(null) ? null : (held.sort()[0] ?? null);
};
