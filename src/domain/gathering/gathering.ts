import { addSeconds } from 'date-fns';
import { z } from 'zod';
import { addMinutes } from '../calendar/local-time';
import { roles, type Role } from '../community/community';
import type { Policy } from '../community/policy';
import { decision, type Decision } from '../decision';
import type { ChatId, MatterId, Moment, PersonId, PhotoId } from '../ids';

/**
 * The parts of a report as they come, by chat, sender and album: a photo waits for words; words close it at once;
 * photos that come soon after the words still join.
 */
export const Gathering = z
  .object({
    id: z.string(),
    person: z.string(),
    role: z.enum(roles),
    chat: z.string(),
    /** Null for a private chat. */
    group: z.string().nullable(),
    album: z.string().nullable(),
    /** A photo without words is asked about in private among riders, and passed over elsewhere. */
    asksForWords: z.boolean(),
    photos: z.array(z.string()).readonly(),
    ticket: z.string().nullable(),
    phase: z.enum(['open', 'asked', 'reported', 'lapsed']),
    dueAt: z.string(),
  })
  .readonly();
export type Gathering = z.infer<typeof Gathering>;

export type GatheringEvent =
  | {
      readonly kind: 'opened';
      readonly at: Moment;
      readonly id: MatterId;
      readonly by: PersonId;
      readonly role: Role;
      readonly chat: ChatId;
      readonly group: ChatId | null;
      readonly album: string | null;
      readonly asksForWords: boolean;
      readonly photos: readonly PhotoId[];
      readonly until: Moment;
    }
  | { readonly kind: 'photos-added'; readonly at: Moment; readonly photos: readonly PhotoId[]; readonly until: Moment }
  | { readonly kind: 'words-came'; readonly at: Moment; readonly ticket: MatterId; readonly until: Moment }
  | { readonly kind: 'words-asked'; readonly at: Moment; readonly until: Moment }
  | { readonly kind: 'lapsed'; readonly at: Moment };

/** How long an asked-for word is waited for. */
const minutesForWords = 10;

export const applyGatheringEvent = (gathering: Gathering | null, event: GatheringEvent): Gathering | null => {
  if (event.kind === 'opened') {
    const { id, by, role, chat, group, album, asksForWords, photos, until } = event;
    return {
      id,
      person: by,
      role,
      chat,
      group,
      album,
      asksForWords,
      photos,
      ticket: null,
      phase: 'open',
      dueAt: until,
    };
  }
  return gathering && change(gathering, event);
};

/** A photo never shortens the wait for words that were asked for. */
const later = (one: Moment, other: Moment): Moment => (one > other ? one : other);

const change = (gathering: Gathering, event: Exclude<GatheringEvent, { kind: 'opened' }>): Gathering => {
  switch (event.kind) {
    case 'photos-added':
      return {
        ...gathering,
        photos: [...gathering.photos, ...event.photos],
        dueAt: later(gathering.dueAt, event.until),
      };
    case 'words-came':
      return { ...gathering, phase: 'reported', ticket: event.ticket, dueAt: event.until };
    case 'words-asked':
      return { ...gathering, phase: 'asked', dueAt: event.until };
    case 'lapsed':
      return { ...gathering, phase: 'lapsed' };
  }
};

export const foldGathering = (gathering: Gathering | null, events: readonly GatheringEvent[]): Gathering | null =>
  events.reduce<Gathering | null>(applyGatheringEvent, gathering);

export const gatheringDue = (gathering: Gathering): Moment | null =>
  gathering.phase === 'lapsed' ? null : gathering.dueAt;

const until = (at: Moment, policy: Policy): Moment => addSeconds(at, policy.gatheringSeconds).toISOString();

/** The first part of a report. */
export const openGathering = (
  first: Omit<Extract<GatheringEvent, { kind: 'opened' }>, 'kind' | 'until'>,
  policy: Policy,
): GatheringEvent => ({ kind: 'opened', ...first, until: until(first.at, policy) });

export const addPhotos = (photos: readonly PhotoId[], at: Moment, policy: Policy): GatheringEvent => ({
  kind: 'photos-added',
  at,
  photos,
  until: until(at, policy),
});

/** Words close it at once; photos that come until then still join the report. */
export const wordsCame = (ticket: MatterId, at: Moment, policy: Policy): GatheringEvent => ({
  kind: 'words-came',
  at,
  ticket,
  until: until(at, policy),
});

/** No words came: a rider is asked once, in private; elsewhere silence is right. */
export const tickGathering = (gathering: Gathering, now: Moment): Decision<GatheringEvent> => {
  if (gathering.phase === 'lapsed' || gathering.dueAt > now) return decision();
  if (gathering.phase !== 'open' || !gathering.asksForWords)
    return decision<GatheringEvent>({ events: [{ kind: 'lapsed', at: now }] });
  return decision<GatheringEvent>({
    events: [
      {
        kind: 'words-asked',
        at: now,
        until: addMinutes(now, minutesForWords),
      },
    ],
    says: [
      {
        to: { person: gathering.person },
        key: 'words-asked',
        urgency: 'prompt',
        wording: 'help.photo-needs-words',
        params: {},
        ...(gathering.group ? { fallbackChat: gathering.group } : {}),
      },
    ],
  });
};
