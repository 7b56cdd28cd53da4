import { Policy } from '../community/policy';
import {
  addPhotos,
  foldGathering,
  gatheringDue,
  openGathering,
  tickGathering,
  wordsCame,
  type Gathering,
  type GatheringEvent,
} from './gathering';

const policy = Policy.parse({});
const at = (time: string) => `2026-11-20T02:${time}.000Z`;

/** A rider's photo at ten o'clock, and what came after it. */
const aGathering = (
  given: { readonly asks?: boolean; readonly events?: readonly GatheringEvent[] } = {},
): Gathering => {
  const opened = openGathering(
    {
      at: at('00:00'),
      id: 'g1',
      by: 'zhao',
      role: 'rider',
      chat: 'riders',
      group: 'riders',
      album: null,
      asksForWords: given.asks ?? true,
      photos: ['p1'],
    },
    policy,
  );
  const gathering = foldGathering(null, [opened, ...(given.events ?? [])]);
  if (!gathering) throw new Error('no gathering');
  return gathering;
};

const after = (gathering: Gathering, now: string): Gathering =>
  foldGathering(gathering, tickGathering(gathering, now).events) ?? gathering;

test('a photo waits for words for a minute, and every further photo begins the minute anew', () => {
  expect(gatheringDue(aGathering())).toBe(at('01:00'));
  const more = aGathering({ events: [addPhotos(['p2', 'p3'], at('00:40'), policy)] });
  expect([more.photos, gatheringDue(more)]).toEqual([['p1', 'p2', 'p3'], at('01:40')]);
});

test('nothing happens before it is due', () => {
  expect(tickGathering(aGathering(), at('00:59'))).toEqual({
    events: [],
    says: [],
    postings: [],
    also: [],
    guards: [],
  });
});

test('no words came: a rider is asked once, in private, and ten minutes are waited', () => {
  const { events, says } = tickGathering(aGathering(), at('01:00'));
  expect(events).toEqual([{ kind: 'words-asked', at: at('01:00'), until: at('11:00') }]);
  expect(says).toEqual([
    {
      to: { person: 'zhao' },
      key: 'words-asked',
      urgency: 'prompt',
      wording: 'help.photo-needs-words',
      params: {},
      fallbackChat: 'riders',
    },
  ]);
  const asked = after(aGathering(), at('01:00'));
  expect(tickGathering(asked, at('11:00'))).toMatchObject({ events: [{ kind: 'lapsed', at: at('11:00') }], says: [] });
});

test('a photo that comes after the question does not shorten the wait for words', () => {
  const asked = after(aGathering(), at('01:00'));
  const more = foldGathering(asked, [addPhotos(['p2'], at('02:00'), policy)]);
  expect([more?.photos, more?.dueAt]).toEqual([['p1', 'p2'], at('11:00')]);
});

test('among residents a photo without words lapses in silence', () => {
  const { events, says } = tickGathering(aGathering({ asks: false }), at('01:00'));
  expect([events, says]).toEqual([[{ kind: 'lapsed', at: at('01:00') }], []]);
});

test('words close it: photos of the next minute still join that ticket, and nobody is asked', () => {
  const told = aGathering({ events: [wordsCame('t1', at('00:08'), policy)] });
  expect([told.phase, told.ticket, told.dueAt]).toEqual(['reported', 't1', at('01:08')]);
  expect(tickGathering(told, at('01:08'))).toMatchObject({ events: [{ kind: 'lapsed', at: at('01:08') }], says: [] });
});

test('a lapsed gathering has nothing due any more, and a late tick happens once', () => {
  const lapsed = after(aGathering({ asks: false }), at('50:00'));
  expect([gatheringDue(lapsed), tickGathering(lapsed, at('59:00')).events]).toEqual([null, []]);
});
