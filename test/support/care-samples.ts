import type { CareEvent } from '../../src/domain/care/care-event';
import { lookKinds } from '../../src/domain/care/care-event';
import type { CareColour } from '../../src/domain/care/care-policy';
import type { CareParams } from '../../src/domain/wording/care-params';

/** Every message of the ledger of people in care, in each of its forms. */
export const careSamples = (
  number: number,
  at: string,
): { readonly [K in keyof CareParams]: readonly CareParams[K][] } => {
  const colour: CareColour = { id: 'red', zh: '红色', en: 'red', visitDays: 7 };
  const from: CareColour = { id: 'green', zh: '绿色', en: 'green', visitDays: 180 };
  const colours = [colour, from];
  const named = { number, colour, name: 'w1' };
  const file = { ...named, born: 'w2', home: 'place', looks: 'w1', contact: 'wang', seenAt: at, next: at };
  const bare = { ...named, born: null, home: null, looks: null, contact: 'wang', seenAt: null, next: at };
  const by = { at, by: 'wang' };
  const details = { name: 'w1', born: null, home: 'place', family: null, looks: null };
  const events: readonly CareEvent[] = [
    { ...by, kind: 'registered', id: 'care-1', number, details, colour: 'red', contact: 'li', area: null },
    { ...by, kind: 'amended', details, contact: 'li', area: null },
    { ...by, kind: 'recoloured', colour: 'green', words: 'w2' },
    { ...by, kind: 'visited', met: true, words: 'w2' },
    { ...by, kind: 'visited', met: false, words: null },
    ...lookKinds.map((what): CareEvent => ({ ...by, kind: 'looked', what, as: 'staff', words: 'w2', ticket: null })),
    { ...by, kind: 'looked', what: 'match', as: 'duty', words: null, ticket: { id: 't', number: 102 } },
    { at, kind: 'notified', step: 'remind', to: ['li'] },
    { at, kind: 'notified', step: 'missed', to: ['li', 'wang'] },
    { at, kind: 'skipped', steps: ['remind'] },
  ];
  const both = [true, false];
  return {
    'care.registered': [
      { ...file, family: 'w2', amended: true },
      { ...bare, family: null, amended: false },
    ],
    'care.yours': [{ ...file, by: 'li' }],
    'care.how': [{ missing: ['name', 'colour', 'home'], colours }],
    'care.known-already': [{ number }, { number: null }],
    'care.contact-unknown': [{ name: '张三' }],
    'care.private-only': [{}],
    'care.file': [file, bare],
    'care.family': [
      { ...named, family: 'w2' },
      { ...named, family: null },
    ],
    'care.recoloured': [{ ...named, from, by: 'wang', words: ['w2'], next: at }],
    'care.visited': both.map((met) => ({ ...named, met, next: at })),
    'care.remind': both.map((again) => ({ ...file, due: at, again })),
    'care.missed': both.map((yours) => ({ ...file, due: at, yours })),
    'care.ledger': [
      { own: false, counts: [{ colour, count: 1 }], lines: [{ ...named, contact: 'wang', next: at }], more: 2 },
      { own: true, counts: [], lines: [], more: 0 },
    ],
    'care.history': [{ ...named, events, colours }],
    'care.which-colour': [{ number, colours }],
    'care.same-colour': [named],
    'care.needs-reason': [
      { number, ask: { kind: 'recolour', colour: 'red' } },
      ...(['file', 'family', 'history'] as const).map((what) => ({ number, ask: { kind: 'look', what } as const })),
    ],
  };
};
