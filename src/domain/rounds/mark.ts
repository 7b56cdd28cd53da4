import { z } from 'zod';

const event = <Kind extends string, Shape extends z.core.$ZodLooseShape>(kind: Kind, shape: Shape) =>
  z.object({ kind: z.literal(kind), at: z.string(), ...shape }).readonly();

const id = z.string();
const given = {
  by: id,
  /** By item of the pack. */
  marks: z.record(id, z.int().nonnegative()).readonly(),
  total: z.int().nonnegative(),
  points: z.int().nonnegative(),
  plaque: z.boolean(),
};

/** What can happen to the marks of one household in one round. Ids only. */
export const MarkEvent = z.discriminatedUnion('kind', [
  /** Marked, or marked anew: the last word of an inspector counts. */
  event('marked', { ...given, photos: z.array(id).readonly() }),
  /** The household heard of them, or a paper card goes there. */
  event('published', {}),
  event('objected', { by: id, words: id }),
  event('changed', { ...given, words: id.nullable() }),
  event('upheld', { by: id, words: id.nullable() }),
  event('posted', {}),
  /** They proved wrong after they were posted: what they gave came back, and the plaque with it. */
  event('taken-back', { by: id, words: id }),
]);
export type MarkEvent = z.infer<typeof MarkEvent>;

export const markPhases = ['marked', 'published', 'objected', 'decided', 'posted', 'taken-back'] as const;
export type MarkPhase = (typeof markPhases)[number];

/** The marks of one household in one round; a document of its own. */
export const Mark = z
  .object({
    round: id,
    household: id,
    village: id,
    phase: z.enum(markPhases),
    ...given,
    photos: z.array(id).readonly(),
    at: z.string(),
    objection: z.object({ by: id, words: id, at: z.string() }).readonly().nullable(),
    ruling: z.object({ by: id, words: id.nullable(), changed: z.boolean(), at: z.string() }).readonly().nullable(),
  })
  .readonly();
export type Mark = z.infer<typeof Mark>;

/** Whose marks they are. */
export type MarkOf = Pick<Mark, 'round' | 'household' | 'village'>;

const begin = (of: MarkOf, event: Extract<MarkEvent, { kind: 'marked' }>): Mark => {
  const { kind: _kind, ...rest } = event;
  return { ...of, ...rest, phase: 'marked', objection: null, ruling: null };
};

const change = (mark: Mark, event: MarkEvent): Mark => {
  switch (event.kind) {
    case 'marked': {
      const { kind: _kind, ...rest } = event;
      return { ...mark, ...rest, photos: [...mark.photos, ...event.photos] };
    }
    case 'published':
      return { ...mark, phase: 'published' };
    case 'objected':
      return { ...mark, phase: 'objected', objection: { by: event.by, words: event.words, at: event.at } };
    case 'changed': {
      const { by, marks, total, points, plaque, words, at } = event;
      return { ...mark, phase: 'decided', marks, total, points, plaque, ruling: { by, words, changed: true, at } };
    }
    case 'upheld':
      return {
        ...mark,
        phase: 'decided',
        ruling: { by: event.by, words: event.words, changed: false, at: event.at },
      };
    case 'posted':
      return { ...mark, phase: 'posted' };
    case 'taken-back':
      return { ...mark, phase: 'taken-back' };
  }
};

/** The marks are the fold of their events. */
export const foldMark = (of: MarkOf, mark: Mark | null, events: readonly MarkEvent[]): Mark | null =>
  events.reduce<Mark | null>(
    (state, each) => (state ? change(state, each) : each.kind === 'marked' ? begin(of, each) : null),
    mark,
  );

/** Marks as they stand after these events; null, where none begins them. */
export interface MarkChange {
  /** 0: they begin here. */
  readonly expectedVersion: number;
  readonly mark: Mark;
  readonly events: readonly MarkEvent[];
}

/** The change that these events make. */
export const changeMark = (
  of: MarkOf,
  before: { readonly version: number; readonly mark: Mark } | null,
  events: readonly MarkEvent[],
): MarkChange | null => {
  const mark = foldMark(of, before?.mark ?? null, events);
  return mark && { expectedVersion: before?.version ?? 0, mark, events };
};
