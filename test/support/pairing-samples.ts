import type { Head } from '../../src/domain/wording/params';
import type { PairingParams } from '../../src/domain/wording/pairing-params';

/** Every message about pairs of neighbours, in each of its forms. */
export const pairingSamples = ({
  number,
}: Head): { readonly [K in keyof PairingParams]: readonly PairingParams[K][] } => {
  const named = { number, helper: 'zhao', served: 'li' };
  const asked = { ...named, by: 'wang', again: false };
  return {
    'pairing.offered': [
      { number, again: false },
      { number, again: true },
    ],
    'pairing.resting': [{ number }],
    'pairing.proposals': [
      {
        served: 'li',
        helpers: [
          { helper: 'zhao', band: 'sixties', near: { kind: 'building' } },
          { helper: 'wang', band: 'seventies', near: { kind: 'metres', metres: 200 } },
          { helper: 'zhao', band: 'seventies', near: { kind: 'grid' } },
        ],
      },
      { served: 'li', helpers: [{ helper: 'zhao', band: 'sixties', near: { kind: 'community' } }] },
    ],
    'pairing.asked': [
      { ...named, to: ['li'], own: true },
      { ...named, to: ['wang'], own: false },
    ],
    'pairing.ask-helper': [asked, { ...asked, again: true }],
    'pairing.ask-served': [
      { ...asked, band: 'sixties', own: true },
      { ...asked, band: 'seventies', own: false, again: true },
    ],
    'pairing.answered': [
      { number, agreed: true },
      { number, agreed: false },
    ],
    'pairing.paired': [
      { ...named, yours: true },
      { ...named, yours: false },
    ],
    'pairing.nothing': [
      { ...named, side: 'helper' },
      { ...named, side: 'served' },
      { ...named, side: null },
    ],
    'pairing.off': [named],
    'pairing.ended': [{ ...named, by: 'wang' }],
    'pairing.state': [
      { ...named, phase: 'asked', visits: 0, minutes: 0 },
      { ...named, phase: 'stands', visits: 2, minutes: 90 },
      { ...named, phase: 'stands', visits: 0, minutes: 0 },
    ],
    'pairing.free': [
      { number, willing: true },
      { number, willing: false },
    ],
    'pairing.refused': [
      ...(['not-yours', 'over', 'not-free'] as const).map((kind) => ({ number, why: { kind } })),
      { number, why: { kind: 'served-taken', number: 105 } },
    ],
    'pairing.not-asked': [
      ...(['role', 'who', 'no-offer', 'nobody', 'no-answerer'] as const).map((kind) => ({ why: { kind } })),
      { why: { kind: 'age', said: true } },
      { why: { kind: 'age', said: false } },
      { why: { kind: 'not-offered', helper: 'zhao' } },
    ],
  };
};
