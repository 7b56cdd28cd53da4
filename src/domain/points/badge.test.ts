import fc from 'fast-check';
import { aCommunity } from '../../../test/support/a-community';
import type { Guard, GuardValue } from '../decision';
import { badgeOwner, countServed } from './badge';

const community = aCommunity();
const now = '2026-11-20T04:00:00.000Z';

/** Serves these minutes, one after the other; every badge that was said. */
const serve = (all: readonly number[]): { badges: readonly number[]; stored: ReadonlyMap<string, GuardValue> } => {
  const stored = new Map<string, GuardValue>();
  const badges: number[] = [];
  for (const minutes of all) {
    const guard = (id: string): Guard => ({ id, version: stored.has(id) ? 1 : 0, value: stored.get(id) ?? null });
    const { guards, says } = countServed({ person: 'zhao', minutes, now, community, guard });
    guards.forEach(({ id, value }) => value && stored.set(id, value));
    badges.push(...says.flatMap(({ key }) => Number(/^badge\.(\d+)\./.exec(key)?.[1])));
  }
  return { badges, stored };
};

test('a badge for a hundred hours, and for every hundred after', () => {
  const { badges, stored } = serve([5_990, 5, 5, 60, 6_000]);
  expect(badges).toEqual([100, 200]);
  expect(stored.get('badge:2026-11:zhao')).toEqual({ count: 200, at: now });
  expect(badgeOwner('badge:2026-11:zhao')).toBe('zhao');
});

test('however the hours come, each hundred is said at most once, and the last that is full is', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 13_000 }), { maxLength: 20 }), (all) => {
      const { badges } = serve(all);
      const full = Math.floor(all.reduce((sum, minutes) => sum + minutes, 0) / 6_000) * 100;
      expect(new Set(badges).size).toBe(badges.length);
      expect(badges.at(-1) ?? 0).toBe(full);
    }),
  );
});
