import type { WayKind } from '../../../domain/ticket/ways/way';
import { photoIds } from '../keep-parts';
import { readVisit } from '../read-visit';
import type { Asked, VerbMeaning } from './verb-meaning';

export const settle: VerbMeaning = {
  handlers: true,
  command: ({ person: by, said, photos }) => ({
    kind: 'settle',
    by,
    words: said?.id ?? null,
    photos: photoIds(photos),
  }),
};

const visitOf = ({ typed, ports }: Asked) => readVisit(typed.rest, ports.clock.now().toISOString());

const way = (kind: Exclude<WayKind, 'at-once'>): VerbMeaning => ({
  handlers: true,
  command: (asked) => ({
    kind: 'choose-way',
    by: asked.person,
    way: kind,
    visit: visitOf(asked),
    words: asked.said?.id ?? null,
  }),
});

export const onBehalf = way('on-behalf');
export const accompanied = way('accompanied');
export const atHome = way('at-home');

/** `绿色通道 #12 因为 残疾人`: the reason is one of those that the pack lists. */
export const green: VerbMeaning = {
  handlers: true,
  command: ({ person: by, typed, said, community }) => ({
    kind: 'green',
    by,
    words: said?.id ?? null,
    listed: community.policy.greenChannel.reasons.some((reason) => `${typed.rest}${typed.reason}`.includes(reason)),
  }),
};

export const moveVisit: VerbMeaning = {
  command: (asked) => ({ kind: 'move-visit', by: asked.person, visit: visitOf(asked), words: asked.said?.id ?? null }),
};

export const cancelVisit: VerbMeaning = {
  command: ({ person: by, said }) => ({ kind: 'cancel-visit', by, words: said?.id ?? null }),
};
