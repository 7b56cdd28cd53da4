import { isWorkingTime, nextWorkingMoment } from '../calendar/working-time';
import { isAbsent, standInFor } from '../community/absence';
import { calendarOf } from '../community/area-calendar';
import { isWithin } from '../community/area-tree';
import type { Community, Person } from '../community/community';
import type { Say } from '../decision';
import type { AreaId, Moment, PersonId } from '../ids';
import type { WordingKey } from '../wording/params';
import { isListed } from './morning-item';
import { reachableFrom } from './reachable';

/** What people are told because of their office; everything else is for the person, wherever that one is. */
const official: readonly WordingKey[] = [
  'ticket.remind',
  'ticket.breach',
  'ticket.ask-category',
  'ticket.raised',
  'ticket.minutes-up',
  'ticket.reopened-often',
  'ticket.phone-task',
  'ticket.added',
  'ticket.handed-over',
  'ticket.claimed',
  'ticket.deadline-moved',
  'ticket.absorbed',
  'ticket.merged',
  'ticket.same-hint',
  'ticket.photo-doubt',
  'ticket.review',
  'ticket.sent-back',
  'ticket.weak-again',
  'ticket.supervised',
  'ticket.supervision-late',
  'ticket.supervision-answered',
  'ticket.alarm',
  'ticket.danger-maybe',
  'ticket.photo-danger',
  'help.caught-up',
  'help.person-told',
  'platform.please-ring',
  'ticket.part',
  'ticket.part-news',
  'ticket.part-remind',
  'ticket.part-late',
  'ticket.part-dropped',
  'ticket.part-back',
  'topic.confirm',
  'topic.step',
  'topic.remind',
  'topic.breach',
  'care.remind',
  'care.missed',
];

/** Reminders of what runs round the clock are said at once, though nobody spoke. */
const neverAnswers: readonly WordingKey[] = ['ticket.remind', 'ticket.breach'];

const isOfficial = (say: Say): boolean => {
  if (say.card !== undefined) return say.card === 'handler' && say.urgency !== 'prompt';
  return official.includes(say.wording) && (say.urgency !== 'prompt' || neverAnswers.includes(say.wording));
};

/** Whether an office of the one, or a turn of duty, leads to this area, and none of the other's own does. */
const ownReason = (community: Community, person: Person, area: AreaId | null): boolean =>
  person.roles.some(({ area: granted }) => area === null || isWithin(community, area, granted)) ||
  community.duty.some((turn) => turn.person === person.id && (area === null || isWithin(community, area, turn.area)));

/** The absent person in whose place this one hears of a matter of that area; null: it is their own. */
const standsForIn = (community: Community, person: Person, area: AreaId | null, now: Moment): PersonId | null =>
  ownReason(community, person, area)
    ? null
    : (community.officers.find(
        (away) =>
          away.id !== person.id &&
          isAbsent(community, away.id, now) &&
          ownReason(community, away, area) &&
          standInFor(community, away.id, now).person === person.id,
      )?.id ?? null);

/** A question is answered by itself: in a list nobody would know what "1" answers. */
const canBeListed = (say: Say): boolean =>
  say.question !== true && (say.card === 'handler' || (say.card === undefined && isListed(say.wording)));

/** Somebody of a firm or a department has no office here, but hours: those of the desk. */
const atDesk = (say: Say, person: PersonId, community: Community, now: Moment): Say => {
  const desk = community.desks.find(({ people }) => people.includes(person));
  if (!desk || say.urgency !== 'ordinary') return say;
  const from = say.holdUntil !== undefined && say.holdUntil > now ? say.holdUntil : now;
  const calendar = calendarOf(community, desk.id);
  return isWorkingTime(calendar, from) ? say : { ...say, holdUntil: nextWorkingMoment(calendar, from) };
};

/**
 * Where and when a notice is said: what is for an absent person goes to who stands in, and says so; what can wait waits
 * for the recipient's working hours or turn of duty, and what waited is said in one message with the rest.
 */
export const placeNotice = (
  say: Say,
  { area, community, now }: { readonly area: AreaId | null; readonly community: Community; readonly now: Moment },
): Say => {
  if (!('person' in say.to) || !isOfficial(say)) return say;
  const { person: meant } = say.to;
  const standIn = isAbsent(community, meant, now) ? standInFor(community, meant, now).person : null;
  const reader = community.officers.find(({ id }) => id === (standIn ?? meant));
  if (!reader) return atDesk(say, meant, community, now);
  const standsFor = standIn === null ? standsForIn(community, reader, area, now) : meant;
  const placed: Say = { ...say, to: { person: reader.id }, ...(standsFor === null ? {} : { standsFor }) };
  if (say.urgency !== 'ordinary') return placed;
  const from = say.holdUntil !== undefined && say.holdUntil > now ? say.holdUntil : now;
  const at = reachableFrom(community, reader, from);
  if (at === now) return placed;
  return { ...placed, holdUntil: at, ...(canBeListed(say) ? { together: true } : {}) };
};
