import type { BanParams } from '../../src/domain/wording/ban-params';

/** Every message about who says too much. */
export const banSamples: { readonly [K in keyof BanParams]: readonly BanParams[K][] } = {
  'flood.slow': [{}],
  'ban.done': [
    { person: 'zhao', banned: true },
    { person: 'zhao', banned: false },
  ],
  'ban.told': [{}],
  'ban.lifted-told': [{}],
  'ban.which': [{ count: 0 }, { count: 2 }],
  'ban.colleague': [{ person: 'wang' }],
  'ban.needs-reason': [{}],
};
