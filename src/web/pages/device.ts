const systems: readonly (readonly [RegExp, string])[] = [
  [/HarmonyOS|OpenHarmony/u, 'HarmonyOS'],
  [/Android/u, 'Android'],
  [/iPhone/u, 'iPhone'],
  [/iPad/u, 'iPad'],
  [/Windows/u, 'Windows'],
  [/Mac OS X|Macintosh/u, 'Mac'],
  [/CrOS/u, 'Chromebook'],
  [/Linux/u, 'Linux'],
];

const browsers: readonly (readonly [RegExp, string])[] = [
  [/MicroMessenger/u, 'WeChat'],
  [/Edg/u, 'Edge'],
  [/Firefox/u, 'Firefox'],
  [/QQBrowser/u, 'QQBrowser'],
  [/Chrome|Chromium/u, 'Chrome'],
  [/Safari/u, 'Safari'],
];

/** "Windows Chrome": only names from our own lists, whatever a browser calls itself. */
export const deviceOf = (userAgent: string): string =>
  [systems, browsers].flatMap((list) => list.find(([pattern]) => pattern.test(userAgent))?.[1] ?? []).join(' ') || '?';
