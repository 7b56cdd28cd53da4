import type { CategoryId } from '../community/category';
import type { Role } from '../community/community';
import type { AreaId, ChatId, Moment, PersonId, WordsId } from '../ids';
import type { Place } from '../ticket/ticket';

/** What a message needs from the world to become text; made at the edge, once a message. */
export interface Speaker {
  name(person: PersonId): string;
  words(ids: readonly WordsId[]): string;
  /** The words of somebody else, for whom their telephone number or door is no business of. */
  masked(ids: readonly WordsId[]): string;
  place(place: Place): string;
  area(area: AreaId | null): string;
  /** A group's title. */
  group(chat: ChatId): string;
  /** "明天 17:30", seen from the moment of speaking. */
  moment(at: Moment): string;
  /** "10:05" or "3月2日 10:05". */
  time(at: Moment): string;
  /** "3月2日" */
  date(at: Moment): string;
  /** "3月2日周一": the same whenever it is read, for what stands in a group for days. */
  day(at: Moment): string;
  /** "10:05" */
  clock(at: Moment): string;
  /** "1小时30分钟" */
  span(minutes: number): string;
  category(id: CategoryId | null): string;
  role(role: Role): string;
}
