import type { Community } from '../../../domain/community/community';
import type { CurrentSetup } from '../../../usecases/setup/save-setup';
import type { Language } from '../../../domain/wording/say-moment';

/** What a choice is made of: what is kept, and what it is called. */
export type Choices = (view: SetupView) => readonly (readonly [value: string, label: string])[];

export interface SetupView {
  readonly setup: CurrentSetup;
  readonly community: Community;
  readonly language: Language;
}

export type FieldKind =
  | { readonly kind: 'text'; readonly most: number }
  | { readonly kind: 'number' }
  | { readonly kind: 'time' | 'date' | 'flag' }
  /** Words, one after another. */
  | { readonly kind: 'names' }
  /** "08:00-12:00、13:30-17:30". */
  | { readonly kind: 'hours' }
  /** A line each: "05-01~09-30 08:00-11:30 14:30-18:00". */
  | { readonly kind: 'seasons' }
  | { readonly kind: 'one'; readonly choices: Choices }
  | { readonly kind: 'many'; readonly choices: Choices; readonly numbers?: true }
  /** Roles, each for an area. */
  | { readonly kind: 'grants' };

/** One thing that may be typed; its words stand in `key-words.ts` by its key. */
export type Field = FieldKind & {
  /** Within its entry. */
  readonly at: readonly string[];
  readonly key: string;
  /** Asked only of what is new. */
  readonly once?: true;
};

type Path = readonly (string | number)[];

/** Something that can be changed by itself: a category, a turn of duty, the working time. */
export interface Entry {
  readonly key: string;
  readonly title: string;
  /** Where it stands in the pack. */
  readonly at: Path;
  /** As it holds now. */
  readonly shown: unknown;
  /** What must stand there beside what is typed, where nothing stands yet. */
  readonly begin?: Readonly<Record<string, string>>;
  readonly removable?: boolean;
}

export interface Part {
  readonly id: string;
  readonly words: Readonly<Record<Language, string>>;
  readonly about: Readonly<Record<Language, string>>;
  readonly fields: readonly Field[];
  readonly entries: (view: SetupView) => readonly Entry[];
  /** Where one more is written; without it there are no more. */
  readonly fresh?: (view: SetupView) => Path;
}

export const nameOf = (entry: Pick<Entry, 'at'>, { at }: Field): string => [...entry.at, ...at].join('.');

export const valueAt = (value: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (found, key) => (typeof found === 'object' && found !== null ? (Reflect.get(found, key) as unknown) : undefined),
    value,
  );
