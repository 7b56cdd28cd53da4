import { isHopeless, retryDelayMs } from './retry-delay';

test('pauses grow to a minute; critical ones to five seconds', () => {
  const pauses = (critical: boolean) => [1, 2, 3, 4, 5, 6, 7, 8, 400].map((tries) => retryDelayMs(tries, critical));
  expect(pauses(false)).toEqual([1000, 2000, 4000, 8000, 16_000, 32_000, 60_000, 60_000, 60_000]);
  expect(pauses(true)).toEqual([500, 1000, 2000, 4000, 5000, 5000, 5000, 5000, 5000]);
});

test('an outage of the platform ends the tries after three days; a message that cannot be made after fifty', () => {
  const now = new Date('2026-11-20T00:00:00Z');
  const old = (hours: number) => new Date(now.getTime() - hours * 3_600_000);
  expect(isHopeless({ tries: 4000, createdAt: old(71) }, 'platform', now)).toBe(false);
  expect(isHopeless({ tries: 4000, createdAt: old(72) }, 'platform', now)).toBe(true);
  expect(isHopeless({ tries: 49, createdAt: old(1) }, 'composing', now)).toBe(false);
  expect(isHopeless({ tries: 50, createdAt: old(1) }, 'composing', now)).toBe(true);
});
