import type { Community } from '../community/community';
import type { Say, SpokenSay } from '../decision';
import type { Moment, PersonId } from '../ids';
import { afterQuietHours } from '../notices/after-quiet-hours';
import type { Spoken } from '../wording/params';
import type { Activity } from './activity';
import { groupsOf } from './activity-people';

interface Setting {
  readonly now: Moment;
  readonly community: Community;
}

type Extras = Omit<Partial<SpokenSay>, 'to' | 'wording' | 'params' | 'key'>;

/** Whoever just spoke; the key carries the moment, since the same answer may be due again. */
export const answerTo = (person: PersonId, rule: string, at: Moment, spoken: Spoken, extras: Extras = {}): Say => ({
  ...{ to: { person }, key: `${rule}.${at}`, urgency: 'prompt' },
  ...extras,
  ...spoken,
});

/** Those who did not speak: the next morning when it is night now. */
export const tellPeople = (
  people: readonly PersonId[],
  rule: string,
  { now, community }: Setting,
  spoken: Spoken,
  extras: Extras = {},
): readonly Say[] =>
  [...new Set(people)].map((person) => ({
    ...{ to: { person }, key: `${rule}.${now}`, urgency: 'ordinary' },
    ...afterQuietHours(now, community),
    ...extras,
    ...spoken,
  }));

/** Words in every group of the activity. */
export const tellGroups = (
  activity: Activity,
  rule: string,
  { now, community }: Setting,
  spoken: Spoken,
): readonly Say[] =>
  groupsOf(activity, community).map((chat) => ({
    ...{ to: { chat }, key: `${rule}.${now}`, urgency: 'ordinary' },
    ...afterQuietHours(now, community),
    ...spoken,
  }));

/** The call itself, in every group; later the same card, brought to what is true. */
export const cardSays = (activity: Activity, mode: 'send' | 'edit', { now, community }: Setting): readonly Say[] =>
  groupsOf(activity, community).map((chat) => ({
    ...{ to: { chat }, key: `card.${mode}.${now}`, urgency: 'ordinary', card: 'group', mode },
    ...(mode === 'send' ? afterQuietHours(now, community) : {}),
  }));
