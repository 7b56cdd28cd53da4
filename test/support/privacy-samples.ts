import type { PrivacyParams } from '../../src/domain/wording/privacy-params';

/** What is said of somebody's wish to be forgotten. */
export const privacySamples = (at: string): { readonly [K in keyof PrivacyParams]: readonly PrivacyParams[K][] } => ({
  'privacy.forget-asked': [
    { open: [], points: 0, due: null },
    { open: [101, 102], points: 20, due: at },
  ],
  'privacy.not-asked': [{}],
  'privacy.erasure-set': [{ due: at }],
  'privacy.erasure-off': [{ was: true }, { was: false }],
  'privacy.works-here': [{}],
  'privacy.page': [{ address: 'place', until: at }],
});
