/** What staff hear, on another platform, of one that is away. */
export interface PlatformParams {
  'platform.away': { platform: 'wechat' };
  'platform.back': { platform: 'wechat' };
}
