import { localTime, plusDays, toMoment } from '../calendar/local-time';
import { addWorkingMinutes, workingMinutesBetween } from '../calendar/working-time';
import { stretchesOf } from '../calendar/working-day';
import { calendarOf } from '../community/area-calendar';
import type { Community } from '../community/community';
import type { Level } from '../community/policy';
import type { Moment } from '../ids';
import { isOpenTopic, stepOf, type Topic } from './topic';
import { levelPeople } from './topic-people';

/** Something that time will do to a topic. */
export interface TopicTime {
  readonly name: string;
  readonly at: Moment;
  readonly what: 'ask' | 'remind' | 'breach';
  readonly level: Level | null;
}

/** What is only proposed is looked at within a working day. */
const proposalDays = 1;

/** A calendar without working days for so long is one that nobody meant. */
const mostDays = 3_660;

/** When the topic's present step is to be done: the end of work on the last of its working days, its first not counted. */
export const topicDue = (topic: Topic, community: Community): Moment => {
  const calendar = calendarOf(community, topic.area);
  let left = stepOf(topic)?.days ?? proposalDays;
  let date = localTime(topic.since, calendar.timeZone).date;
  for (let day = 0; day < mostDays; day += 1) {
    date = plusDays(date, 1);
    const end = stretchesOf(calendar, date).at(-1);
    if (end) left -= 1;
    if (end && left === 0) return toMoment(end.to);
  }
  return topic.since;
};

const remindAt = (topic: Topic, due: Moment, community: Community): Moment => {
  const calendar = calendarOf(community, topic.area);
  const minutes = workingMinutesBetween(calendar, topic.since, due) * community.policy.warnShare;
  return addWorkingMinutes(calendar, topic.since, Math.round(minutes));
};

/** Everything that time will still do in this round, in order. */
export const scheduleTopic = (topic: Topic, community: Community): readonly TopicTime[] => {
  if (!isOpenTopic(topic)) return [];
  const given = (name: string) => topic.notices.find(({ step }) => step === name)?.at ?? null;
  const due = topicDue(topic, community);
  const calendar = calendarOf(community, topic.area);
  const all: TopicTime[] = [{ name: 'remind', at: remindAt(topic, due, community), what: 'remind', level: null }];
  if (stepOf(topic)?.asksProposer === true) all.push({ name: 'asked', at: topic.since, what: 'ask', level: null });
  let at = due;
  for (const level of community.policy.ladder) {
    const name = `breach.${level}`;
    const told = given(name);
    if (told === null && levelPeople(topic, level, community, at).length === 0) continue;
    all.push({ name, at, what: 'breach', level });
    at = addWorkingMinutes(calendar, told ?? at, community.policy.ladderMinutes);
  }
  return all
    .filter(({ name }) => given(name) === null)
    .sort((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0));
};

export const topicNextDue = (topic: Topic, community: Community): Moment | null =>
  scheduleTopic(topic, community)[0]?.at ?? null;
