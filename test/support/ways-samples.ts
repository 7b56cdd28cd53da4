import fc from 'fast-check';
import type { Person } from '../../src/domain/community/community';
import type { TicketEvent } from '../../src/domain/ticket/ticket-event';
import type { Head } from '../../src/domain/wording/params';
import type { WaysParams } from '../../src/domain/wording/ways-params';

type WayStep =
  | 'way-chosen'
  | 'consented'
  | 'visit-proposed'
  | 'visit-agreed'
  | 'visit-declined'
  | 'visit-cancelled'
  | 'green-channel';

const friday = { from: '2026-11-20T06:00:00.000Z', until: '2026-11-20T08:00:00.000Z' };
const window = { from: friday.from, to: friday.until };

/** What anybody may say of the way in which a ticket is handled. */
export const wayCommand = (by: fc.Arbitrary<Person>, words: fc.Arbitrary<string | null>) => {
  const from = fc.constantFrom('2026-11-20T06:00:00.000Z', '2026-11-23T02:00:00.000Z');
  const visit = fc.option(fc.record({ from, to: fc.constant(null) }), { nil: null });
  return fc.oneof(
    fc.record({ kind: fc.constant('settle'), by, words, photos: fc.constant([]) }),
    fc.record({
      kind: fc.constant('choose-way'),
      by,
      way: fc.constantFrom('on-behalf', 'accompanied', 'at-home'),
      visit,
      words,
    }),
    fc.record({ kind: fc.constant('consent'), by, yes: fc.boolean() }),
    fc.record({ kind: fc.constant('answer-visit'), by, yes: fc.boolean(), from }),
    fc.record({ kind: fc.constant('move-visit'), by, visit, words }),
    fc.record({ kind: fc.constant('cancel-visit'), by, words }),
    fc.record({ kind: fc.constant('green'), by, words, listed: fc.boolean() }),
  );
};

/** One of each thing that can happen to the way in which a ticket is handled. */
export const waySteps = (at: string): { readonly [K in WayStep]: Extract<TicketEvent, { kind: K }> } => {
  const by = { at, by: 'wang' };
  return {
    'way-chosen': { ...by, kind: 'way-chosen', way: 'at-home', words: 'w2' },
    consented: { ...by, kind: 'consented', given: true },
    'visit-proposed': { ...by, kind: 'visit-proposed', side: 'handler', ...friday, words: null },
    'visit-agreed': { ...by, kind: 'visit-agreed', ...friday },
    'visit-declined': { ...by, kind: 'visit-declined', ...friday },
    'visit-cancelled': { ...by, kind: 'visit-cancelled', words: null },
    'green-channel': { ...by, kind: 'green-channel', words: 'w2' },
  };
};

const bars = ['time', 'receipt', 'consent', 'home-photo', 'no-visit', 'not-at-once'] as const;

/** Parameters of each kind for every message about the four ways. */
export const waySamples = (head: Head): { readonly [K in keyof WaysParams]: readonly WaysParams[K][] } => {
  const visit = { ...head, way: 'at-home', ...window } as const;
  const moment = { ...head, way: 'accompanied', from: friday.from, to: null } as const;
  const both = [true, false].flatMap((yours) => [
    { ...visit, yours },
    { ...moment, yours },
  ]);
  return {
    'ticket.consent-ask': [{ ...head, name: 'zhao', by: 'wang', words: ['w2'] }],
    'ticket.consent-asked': [head],
    'ticket.consent': [true, false].flatMap((given) => [true, false].map((yours) => ({ ...head, given, yours }))),
    'ticket.visit-ask': (['handler', 'reporter'] as const).flatMap((side) => [
      { ...visit, side },
      { ...moment, side },
    ]),
    'ticket.visit-asked': [visit, moment],
    'ticket.visit-agreed': [visit, moment],
    'ticket.visit-declined': [visit, moment],
    'ticket.visit-cancelled': [visit, moment],
    'ticket.visit-remind': both,
    'ticket.visit-missed': both,
    'ticket.visit-unanswered': both,
    'ticket.green': (['by', 'reporter', 'handler'] as const).map((reader) => ({ ...head, reader })),
    'refused.green': [{ ...head, reasons: ['残疾', '孕妇'] }],
    'refused.way': bars.map((why) => ({ ...head, why })),
  };
};

/** What the history says of each. */
export const wayStepsSaid: readonly string[] = [
  '王芳定为上门办：“已拖走”',
  '报的人同意代办',
  '王芳想约今天 14:00',
  '约好了今天 14:00',
  '今天 14:00没有约成',
  '取消了预约',
  '王芳让它走绿色通道：“已拖走”',
];
