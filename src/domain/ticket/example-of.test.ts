import { aContext, aReport } from '../../../test/support/a-ticket';
import { exampleOf } from './example-of';
import { reportTicket } from './reporting/report-ticket';
import type { TicketEvent } from './ticket-event';

const at = '2026-11-20T02:00:00.000Z';
const reported = reportTicket(aReport({ category: null, options: ['parking'], words: ['w1'] }), aContext(at)).events;
const after = (...events: readonly TicketEvent[]) => exampleOf([...reported, ...events]);
const by = { at, by: 'chen' } as const;

test('words that were understood teach nothing new', () => {
  expect(after()).toBeNull();
  expect(after({ kind: 'danger-confirmed', at, by: null, why: 'time' })).toBeNull();
});

test('the category that staff chose is an example', () => {
  expect(after({ ...by, kind: 'categorised', category: 'leak', class: '24h', cardGroup: null })).toEqual({
    words: ['w1'],
    group: 'riders',
    photo: reported[0]?.kind === 'reported' && reported[0].photos.length > 0,
    intent: 'report',
    category: 'leak',
    critical: false,
    note: 'category chosen',
  });
});

test('a false alarm is talk, a denied danger is what it otherwise was, a confirmed one is an emergency', () => {
  expect(after({ ...by, kind: 'stood-down', why: 'false-alarm', words: null })).toMatchObject({
    intent: 'chatter',
    category: null,
    critical: false,
  });
  expect(
    after({ ...by, kind: 'danger-denied', why: 'reporter', category: 'parking', class: '24h', cardGroup: null }),
  ).toMatchObject({
    category: 'parking',
    critical: false,
  });
  expect(after({ ...by, kind: 'danger-confirmed', why: 'reporter' })).toMatchObject({ critical: true });
});

test('what was said last counts', () => {
  expect(
    after(
      { ...by, kind: 'danger-confirmed', why: 'duty' },
      { ...by, kind: 'stood-down', why: 'false-alarm', words: null },
    ),
  ).toMatchObject({ note: 'false alarm', critical: false });
});
