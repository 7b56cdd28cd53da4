import { areaNamedIn, buildingOf, gridOf } from '../community/area-tree';
import type { Community } from '../community/community';
import type { AreaId } from '../ids';
import { readDescription } from './read-description';

/** Somebody in care, opened to be compared. */
export interface Profile {
  readonly number: number;
  readonly born: string;
  readonly home: string;
  readonly looks: string;
}

/** Somebody found who cannot say where they belong. */
export interface Found {
  readonly description: string;
  /** Where they were found. */
  readonly area: AreaId | null;
  readonly year: number;
}

/** Why it may be this person; never anything that only the file says. */
export type MatchReason =
  | { readonly kind: 'clothes' }
  | { readonly kind: 'marks'; readonly marks: readonly string[] }
  | { readonly kind: 'age' }
  | { readonly kind: 'near'; readonly how: 'building' | 'grid' };

export interface Match {
  readonly number: number;
  readonly why: readonly MatchReason[];
}

/** More than these would be no help, and would show people who have nothing to do with it. */
const most = 3;
const leastWeight = 3;

/** Strangers guess the age of the old within some years. */
const closeYears = 8;
const tooFarYears = 20;

const weights = { clothes: 4, mark: 2, marks: 4, age: 3, building: 3, grid: 1 } as const;

const ageOf = (born: string, year: number): number | null => {
  const found = /(\d{4})/u.exec(born);
  return found ? year - Number(found[1]) : null;
};

const nearness = (home: string, area: AreaId | null, community: Community): 'building' | 'grid' | null => {
  const lives = areaNamedIn(community, home)?.id ?? null;
  const same = (of: typeof gridOf): boolean => {
    const there = of(community, lives);
    return there !== null && there.id === of(community, area)?.id;
  };
  if (same(buildingOf)) return 'building';
  return same(gridOf) ? 'grid' : null;
};

interface Weighed extends Match {
  readonly weight: number;
}

const weigh = (found: Found, profile: Profile, community: Community): Weighed | null => {
  const [seen, kept] = [readDescription(found.description), readDescription(profile.looks)];
  const age = ageOf(profile.born, found.year);
  const apart = seen.age === null || age === null ? null : Math.abs(seen.age - age);
  const isOther = seen.sex !== null && kept.sex !== null && seen.sex !== kept.sex;
  if (isOther || (apart !== null && apart > tooFarYears)) return null;
  const why: MatchReason[] = [];
  let weight = 0;
  if (seen.clothes.some((worn) => kept.clothes.includes(worn))) {
    why.push({ kind: 'clothes' });
    weight += weights.clothes;
  }
  const marks = seen.marks.filter((mark) => kept.marks.includes(mark));
  if (marks.length > 0) {
    why.push({ kind: 'marks', marks });
    weight += Math.min(marks.length * weights.mark, weights.marks);
  }
  if (apart !== null && apart <= closeYears) {
    why.push({ kind: 'age' });
    weight += weights.age;
  }
  const how = nearness(profile.home, found.area, community);
  if (how) {
    why.push({ kind: 'near', how });
    weight += weights[how];
  }
  return { number: profile.number, why, weight };
};

/** Those in care whom the description fits best, at most three, each with why. */
export const matchPeople = (found: Found, profiles: readonly Profile[], community: Community): readonly Match[] =>
  profiles
    .flatMap((profile) => weigh(found, profile, community) ?? [])
    .filter(({ weight }) => weight >= leastWeight)
    .sort((one, other) => other.weight - one.weight || one.number - other.number)
    .slice(0, most)
    .map(({ number, why }) => ({ number, why }));
