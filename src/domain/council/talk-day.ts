import { z } from 'zod';
import { localTime, momentOfLocal, plusDays, weekdayOf } from '../calendar/local-time';
import { nextMomentOutside } from '../calendar/quiet';
import type { Community } from '../community/community';
import { decision, type Decision, type Say } from '../decision';
import type { Moment } from '../ids';
import type { Loop } from './loop';

/** The weekly day of a loop: which of them the groups were told of. */
export const TalkDay = z
  .object({
    id: z.string(),
    loop: z.string(),
    /** Days up to this one are done with. */
    done: z.string(),
  })
  .readonly();
export type TalkDay = z.infer<typeof TalkDay>;

export const TalkDayEvent = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('begun'), at: z.string(), id: z.string(), loop: z.string(), from: z.string() }).readonly(),
  z.object({ kind: z.literal('told'), at: z.string(), day: z.string() }).readonly(),
  /** It was over before anybody could be told. */
  z.object({ kind: z.literal('missed'), at: z.string(), day: z.string() }).readonly(),
]);
export type TalkDayEvent = z.infer<typeof TalkDayEvent>;

export const talkDayId = (loop: string): string => `talk-day-${loop}`;

/** Days from this one on are told of. */
export const beginTalkDay = (loop: string, at: Moment, { calendar }: Community): TalkDayEvent => ({
  ...{ kind: 'begun', at, id: talkDayId(loop), loop, from: localTime(at, calendar.timeZone).date },
});

const apply = (day: TalkDay | null, event: TalkDayEvent): TalkDay | null => {
  if (event.kind === 'begun') return { id: event.id, loop: event.loop, done: event.from };
  return day && { ...day, done: event.day };
};

export const foldTalkDay = (day: TalkDay | null, events: readonly TalkDayEvent[]): TalkDay | null =>
  events.reduce<TalkDay | null>(apply, day);

interface Coming {
  readonly loop: Loop;
  /** The day's date, when its talk begins, and when the groups are told. */
  readonly day: string;
  readonly at: Moment;
  readonly tellAt: Moment;
}

/** The next day of the loop that is not done with; null when the pack has the loop no more. */
const comingDay = ({ loop: id, done }: TalkDay, { loops, calendar, policy }: Community): Coming | null => {
  const loop = loops.find((one) => one.id === id);
  if (!loop) return null;
  const ahead = (loop.weekday - weekdayOf(done) + 7) % 7 || 7;
  const day = plusDays(done, ahead);
  const eve = momentOfLocal(plusDays(day, -1), loop.at, calendar.timeZone);
  return {
    ...{ loop, day, at: momentOfLocal(day, loop.at, calendar.timeZone) },
    tellAt: nextMomentOutside(eve, [policy.quietHours], calendar.timeZone),
  };
};

export const talkDayDue = (day: TalkDay, community: Community): Moment | null =>
  comingDay(day, community)?.tellAt ?? null;

const card = ({ loop, day, at }: Coming, community: Community): readonly Say[] =>
  community.groups
    .filter(({ purpose }) => purpose === loop.group)
    .map(({ id }) => ({
      ...{ to: { chat: id }, key: `talk-day.${day}`, urgency: 'ordinary', wording: 'topic.talk-day' },
      params: { loop: { id: loop.id, zh: loop.zh, en: loop.en }, at, topics: [] },
    }));

/** The eve of the day: one card in each group. Of days that went by unseen nothing is said. */
export const tickTalkDay = (given: TalkDay, now: Moment, community: Community): Decision<TalkDayEvent> => {
  const events: TalkDayEvent[] = [];
  const says: Say[] = [];
  let next = comingDay(given, community);
  while (next && next.tellAt <= now) {
    const event: TalkDayEvent = { kind: next.at > now ? 'told' : 'missed', at: now, day: next.day };
    if (event.kind === 'told') says.push(...card(next, community));
    events.push(event);
    next = comingDay({ ...given, done: next.day }, community);
  }
  return decision<TalkDayEvent>({ events, says });
};
