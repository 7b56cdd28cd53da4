import { areaNamedIn } from '../../../domain/community/area-tree';
import type { Community } from '../../../domain/community/community';
import { addMinutes, localTime, momentOfLocal, clockOf } from '../../../domain/calendar/local-time';
import type { ChatId } from '../../../domain/ids';
import type { PlanReading } from '../../../domain/understanding/activity/plan-reading';
import { readEnglishClock } from '../../../domain/understanding/activity/read-english-plan';
import { readPlan } from '../../../domain/understanding/activity/read-plan';
import { readCount } from '../../../domain/understanding/activity/read-sign-up';
import { foldText } from '../../../domain/understanding/fold-text';
import { readClock } from '../../../domain/understanding/time/read-clock';
import type { ActivityPlan } from '../../../domain/volunteering/activity-event';
import type { Slot } from '../../../domain/volunteering/activity';
import type { InboundMessage } from '../../inbound';
import type { WordsDocument } from '../../ports';
import type { EnginePorts } from '../../ports-of-engine';
import { keepWords } from '../keep-parts';
import { readCalled } from '../said';

/** A plan with the documents that it names. */
export interface Planned {
  readonly plan: ActivityPlan;
  readonly words: readonly WordsDocument[];
}

interface Asked {
  readonly ports: EnginePorts;
  readonly inbound: InboundMessage;
  readonly matter: string;
  readonly community: Community;
}

const none: PlanReading = {
  ...{ title: null, place: null, from: null, to: null, needed: null, roles: [] },
  ...{ pointsPerHour: null, requirements: [], weekly: null, purposes: [] },
};

const emptyPlan = (community: Community): ActivityPlan => ({
  ...{ title: null, place: null, from: null, to: null, needed: null, roles: [], requirements: [], weekly: false },
  pointsPerHour: community.policy.hourPoints,
  groups: groupsFor(community, []),
});

/** Groups of these purposes; where none is named, the volunteers' and the residents'. */
const groupsFor = ({ groups }: Community, purposes: PlanReading['purposes']): readonly ChatId[] => {
  const wanted = purposes.length > 0 ? purposes : (['volunteers', 'residents'] as const);
  return wanted.flatMap((one) => groups.filter(({ purpose }) => purpose === one)).map(({ id }) => id);
};

const keep = ({ ports, inbound, matter }: Asked, text: string): WordsDocument | null =>
  keepWords(ports, text, matter, inbound.sender.person, ports.clock.now().toISOString());

const placeOf = (
  asked: Asked,
  said: string | null,
): { place: ActivityPlan['place']; words: readonly WordsDocument[] } => {
  if (said === null) return { place: null, words: [] };
  const area = areaNamedIn(asked.community, said);
  if (area) return { place: { area: area.id, words: null }, words: [] };
  const words = keep(asked, said);
  return words ? { place: { area: null, words: words.id }, words: [words] } : { place: null, words: [] };
};

/** What was read, put over what was there before. */
const merged = (asked: Asked, before: ActivityPlan, said: PlanReading): Planned => {
  const title = said.title === null ? null : keep(asked, said.title);
  const { place, words } = placeOf(asked, said.place);
  const roles = said.roles.length > 0 ? said.roles : before.roles;
  const ofRoles = said.roles.reduce((sum, one) => sum + one.needed, 0);
  return {
    plan: {
      title: title?.id ?? before.title,
      place: place ?? before.place,
      from: said.from ?? before.from,
      // Another beginning has another end.
      to: said.to ?? (said.from === null ? before.to : null),
      needed: said.needed ?? (ofRoles > 0 ? ofRoles : before.needed),
      roles,
      pointsPerHour: said.pointsPerHour ?? before.pointsPerHour,
      requirements: said.requirements.length > 0 ? said.requirements : before.requirements,
      weekly: said.weekly ?? before.weekly,
      groups: said.purposes.length > 0 ? groupsFor(asked.community, said.purposes) : before.groups,
    },
    words: [...(title ? [title] : []), ...words],
  };
};

/** The place that the words name, by the pack's names or as people write places. */
const placeIn = ({ ports, inbound, community }: Asked, text: string): string | null =>
  areaNamedIn(community, text)?.name ?? readCalled(ports, inbound, text, community).place?.text ?? null;

/** `发起 …`: all that one message says. */
export const newPlan = (asked: Asked, text: string): Planned => {
  const said = readPlan(text, asked.inbound.at);
  return merged(asked, emptyPlan(asked.community), { ...said, place: said.place ?? placeIn(asked, text) });
};

const endOf = (plan: ActivityPlan, folded: string, { calendar }: Community): string | null => {
  if (plan.from === null) return null;
  const hours = /^(\d{1,2})\s*(?:个?小时|hours?)$/u.exec(folded)?.[1];
  if (hours) return addMinutes(plan.from, Number(hours) * 60);
  const { date, minuteOfDay } = localTime(plan.from, calendar.timeZone);
  const english = readEnglishClock(folded);
  if (english) return momentOfLocal(date, english, calendar.timeZone);
  const clock = readClock(folded.replace(/^到\s*/u, ''), minuteOfDay >= 720 ? '下午' : undefined);
  return clock ? momentOfLocal(date, clockOf(clock.minutes), calendar.timeZone) : null;
};

/** The answer to what was asked: the one thing that was missing. */
export const filledPlan = (asked: Asked, before: ActivityPlan, slot: Slot, text: string): Planned => {
  const folded = foldText(text).trim();
  const said = readPlan(text, asked.inbound.at);
  switch (slot) {
    case 'title':
      return merged(asked, before, { ...none, title: text });
    case 'place':
      return merged(asked, before, { ...none, place: said.place ?? text });
    case 'from':
      return merged(asked, before, { ...none, from: said.from, to: said.to, weekly: said.weekly });
    case 'to':
      return merged(asked, before, { ...none, to: endOf(before, folded, asked.community) ?? said.to });
    case 'needed':
      return merged(asked, before, { ...none, needed: said.needed ?? readCount(folded), roles: said.roles });
  }
};

/** What is to be otherwise: only what is named; the title only when nothing else is. Null: nothing was understood. */
export const changedPlan = (asked: Asked, before: ActivityPlan, text: string): Planned | null => {
  const said = readPlan(text, asked.inbound.at);
  const place = said.place ?? areaNamedIn(asked.community, text)?.name ?? null;
  const other =
    place !== null || said.from !== null || said.needed !== null || said.roles.length > 0 || said.weekly !== null;
  const more = said.pointsPerHour !== null || said.requirements.length > 0 || said.purposes.length > 0;
  const title = other || more ? null : (/(?:叫|改成|改为|标题)[:\s]*(\S.*)$/u.exec(text)?.[1] ?? null);
  if (!other && !more && title === null) return null;
  return merged(asked, before, { ...said, place, title });
};
