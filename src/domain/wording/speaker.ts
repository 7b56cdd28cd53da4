import { clockOf, localTime } from '../calendar/local-time';
import { areaById } from '../community/area-tree';
import { deskName } from '../community/may';
import type { Community } from '../community/community';
import type { Moment, PersonId, WordsId } from '../ids';
import { cleanName, cleanText, maskForGroup } from './clean-text';
import { labels } from './labels';
import type { Speaker } from './params';
import { sayDate, sayDay, sayMoment, sayTime, saySpan, type Language } from './say-moment';

/** What was looked up for one message. */
export interface Surroundings {
  readonly community: Community;
  readonly language: Language;
  readonly now: Moment;
  /** A group hears no phone numbers, identity numbers, plates or flats. */
  readonly inGroup: boolean;
  readonly names: ReadonlyMap<PersonId, string>;
  readonly words: ReadonlyMap<WordsId, string>;
}

/** A place is named in a head line: short, or it drowns the rest. */
const longestPlace = 40;

const placeSpeaker = ({ community, language, words, inGroup }: Surroundings): Speaker['place'] => {
  return (place) => {
    const area = areaById(community, place.area)?.name ?? null;
    const said = place.words === null ? '' : cleanText(words.get(place.words) ?? '', longestPlace);
    if (said === '') return area ?? labels[language].somewhere;
    // In a group the building is enough; the exact words may lead to somebody's door.
    if (inGroup) return area ?? maskForGroup(said);
    return area === null || said.includes(area) ? said : `${area} ${said}`;
  };
};

/** The voice of one message: it knows the recipient's language and what may be said there. */
export const makeSpeaker = (around: Surroundings): Speaker => {
  const { community, language, now, inGroup, names, words } = around;
  const { timeZone } = community.calendar;
  const own = labels[language];
  const textOf = (ids: readonly WordsId[]): string => ids.map((id) => cleanText(words.get(id) ?? own.erased)).join(' ');
  return {
    name: (person) => cleanName(names.get(person) ?? '') || own.somebody,
    words: (ids) => cleanText(inGroup ? maskForGroup(textOf(ids)) : textOf(ids)),
    masked: (ids) => cleanText(maskForGroup(textOf(ids))),
    place: placeSpeaker(around),
    area: (area) => deskName(community, area),
    group: (chat) => community.groups.find(({ id }) => id === chat)?.title ?? own.somewhere,
    moment: (at) => sayMoment(at, now, timeZone, language),
    time: (at) => sayTime(at, now, timeZone, language),
    date: (at) => sayDate(at, now, timeZone, language),
    day: (at) => sayDay(at, now, timeZone, language),
    clock: (at) => clockOf(localTime(at, timeZone).minuteOfDay),
    span: (minutes) => saySpan(minutes, language),
    category: (id) => {
      const known = community.categories.find((category) => category.id === id);
      return known ? known[language] : own.uncategorised;
    },
    role: (role) => own.roles[role],
  };
};
