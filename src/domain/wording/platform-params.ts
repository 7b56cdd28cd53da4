import type { PersonId } from '../ids';

/** What staff hear of platforms: of one that is away, and of whom none of them reaches. */
export interface PlatformParams {
  'platform.away': { platform: 'wechat' };
  'platform.back': { platform: 'wechat' };
  /** `numbers`: what was to be said is about these, as far as the reader may know. */
  'platform.please-ring': { person: PersonId; numbers: readonly number[]; critical: boolean };
}
