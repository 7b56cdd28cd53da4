import fc from 'fast-check';
import type { Person } from '../../src/domain/community/community';
import type { TicketEvent } from '../../src/domain/ticket/ticket-event';
import type { MeetingParams } from '../../src/domain/wording/meeting-params';
import type { Head } from '../../src/domain/wording/params';

type MeetingStep = 'convened' | 'meeting-told' | 'minutes-taken';

const from = '2026-11-20T06:00:00.000Z';

/** What anybody may say of a meeting. */
export const meetingCommand = (by: fc.Arbitrary<Person>, words: fc.Arbitrary<string | null>) =>
  fc.oneof(
    fc.record({
      kind: fc.constant('convene'),
      by,
      from: fc.constantFrom('2026-11-20T06:00:00.000Z', '2026-11-23T02:00:00.000Z', null),
      words,
      desks: fc.constantFrom([], ['property']),
    }),
    fc.record({
      kind: fc.constant('minutes'),
      by,
      words,
      photos: fc.constant([]),
      result: fc.constantFrom('solved', 'up', null),
    }),
  );

/** One of each thing that can happen to a meeting. */
export const meetingSteps = (at: string): { readonly [K in MeetingStep]: Extract<TicketEvent, { kind: K }> } => ({
  convened: {
    ...{ at, by: 'wang', kind: 'convened', desk: 'branch-2', from, words: 'place' },
    ...{ desks: ['owners', 'property'], to: ['li'] },
  },
  'meeting-told': { at, kind: 'meeting-told', what: 'remind', to: ['li'] },
  'minutes-taken': { at, by: 'wang', kind: 'minutes-taken', words: 'w2', photos: ['p3'], result: 'solved' },
});

/** What the history says of each. */
export const meetingStepsSaid: readonly string[] = [
  '二网格党支部召集业委会、物业，今天 14:00开会：“6号楼门口”',
  '提醒了去开会的人',
  '王芳记了会的纪要，谈成了：“已拖走”（有照片）',
];

const bars = ['branch', 'time', 'place', 'nobody', 'private', 'none', 'result'] as const;

/** Every message about a meeting, in each of its forms. */
export const meetingSamples = (head: Head): { readonly [K in keyof MeetingParams]: readonly MeetingParams[K][] } => {
  const desks = ['owners', 'property'];
  const there = { ...head, from, words: ['place'], desk: 'branch-2' };
  return {
    'ticket.convened': [null, '2026-11-20T03:00:00.000Z'].map((due) => ({
      ...{ ...head, from, words: ['place'], desks, to: ['li'], due },
    })),
    'ticket.meeting': [['w1'], []].map((report) => ({ ...there, by: 'wang', desks, report })),
    'ticket.meeting-remind': [there],
    'ticket.meeting-off': [{ ...head, from, desk: 'branch-2' }],
    'ticket.meeting-word': [{ ...head, by: 'li', words: ['w2'] }],
    'ticket.minutes-ask': [{ ...head, from }],
    'ticket.minutes-kept': [{ ...head, state: 'resolved' }],
    'ticket.minutes-up': [['w2'], []].map((words) => ({ ...head, by: 'wang', desk: 'branch-2', words })),
    'refused.meeting': bars.map((why) => ({ ...head, why })),
  };
};
