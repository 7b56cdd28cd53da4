import type { Head } from '../../src/domain/wording/params';
import type { ServiceParams } from '../../src/domain/wording/service-params';

/** Every message of the time bank, in each of its forms. */
export const serviceSamples = (
  { number }: Head,
  at: string,
): { readonly [K in keyof ServiceParams]: readonly ServiceParams[K][] } => {
  const named = { number, helper: 'li', served: 'zhao', minutes: 90, day: at };
  const moved = { minutes: 120, points: 20, to: null, balance: 30, saved: 20 };
  const asked = ['wang'];
  return {
    'service.ask': [
      { ...named, words: ['w1'], own: true },
      { ...named, words: [], own: false },
    ],
    'service.noted': [{ ...named, to: ['zhao', 'wang'] }],
    'service.confirmed': [
      { ...named, by: 'zhao', how: 'word', points: 15, wanted: 15 },
      { ...named, by: 'li', how: 'card', points: 5, wanted: 15 },
    ],
    'service.declined': [named],
    'service.lapsed': [named],
    'service.answered': [
      { ...named, answer: 'confirmed' },
      { ...named, answer: 'declined' },
      { ...named, answer: 'withdrawn' },
    ],
    'service.refused': [
      { number, why: { kind: 'over', phase: 'confirmed' } },
      { number, why: { kind: 'not-yours' } },
    ],
    'service.not-logged': (['minutes', 'day', 'self', 'nobody', 'not-read', 'card'] as const).map((kind) => ({
      why: { kind },
    })),
    'service.state': [
      { ...named, phase: 'waiting', asked, points: 0 },
      { ...named, phase: 'confirmed', asked, points: 15 },
      { ...named, phase: 'lapsed', asked, points: 0 },
    ],
    'service.no-such-person': [
      { name: '王芳', found: 0 },
      { name: '王芳', found: 2 },
    ],
    'service.card': [{ person: 'zhao', codes: ['12345670', '76543210'] }],
    'service.not-yours': [{ what: 'card' }, { what: 'grant' }],
    'service.moved': [
      { ...moved, move: 'keep' },
      { ...moved, move: 'take' },
      { ...moved, move: 'give', to: 'wang' },
      { ...moved, move: 'donate' },
      { ...moved, move: 'grant', to: 'wang' },
    ],
    'service.received': [
      { by: 'wang', minutes: 120, points: 20 },
      { by: null, minutes: 30, points: 5 },
    ],
    'service.not-moved': [
      { move: 'keep', why: { kind: 'amount' } },
      { move: 'give', why: { kind: 'self' } },
      { move: 'take', why: { kind: 'too-little', has: 5, wanted: 20, of: 'saved' } },
      { move: 'keep', why: { kind: 'too-little', has: 5, wanted: 20, of: 'points' } },
      { move: 'grant', why: { kind: 'too-little', has: 5, wanted: 20, of: 'pool' } },
    ],
  };
};
