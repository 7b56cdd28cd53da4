import { z } from 'zod';

const event = <Kind extends string, Shape extends z.core.$ZodLooseShape>(kind: Kind, shape: Shape) =>
  z.object({ kind: z.literal(kind), at: z.string(), ...shape }).readonly();

const posted = { count: z.int(), points: z.int(), plaques: z.int() };

/** What can happen to a round. What happens to the marks of a household stands with these. */
export const RoundEvent = z.discriminatedUnion('kind', [
  event('planned', { id: z.string(), month: z.string(), opensAt: z.string() }),
  /** `by`: staff opened it; null: its day came. */
  event('opened', {
    by: z.string().nullable(),
    number: z.int(),
    remindAt: z.string(),
    closesAt: z.string(),
    households: z.int(),
  }),
  event('reminded', { unmarked: z.int() }),
  event('closed', { unmarked: z.int() }),
  /** So many households heard of their marks, or get a paper card. */
  event('told', { count: z.int(), paper: z.int() }),
  event('objections-opened', { until: z.string() }),
  event('objections-closed', {}),
  event('posted', posted),
  /** All is posted but what staff have not decided. */
  event('waited', { open: z.int() }),
  event('ended', {}),
]);
export type RoundEvent = z.infer<typeof RoundEvent>;

export const roundPhases = ['planned', 'marking', 'telling', 'objecting', 'posting', 'deciding', 'done'] as const;

/** The monthly round of all households; the marks are documents of their own, never a part of this one. */
export const Round = z
  .object({
    id: z.string(),
    /** 0 until it begins: nobody can name it before. */
    number: z.int().nonnegative(),
    /** "2026-11": the month in whose honours its points count. */
    month: z.string(),
    phase: z.enum(roundPhases),
    opensAt: z.string(),
    remindAt: z.string().nullable(),
    closesAt: z.string().nullable(),
    objectionsUntil: z.string().nullable(),
    /** Since when it is in its phase, or a batch of it was done. */
    since: z.string(),
    reminded: z.boolean(),
    households: z.int(),
    told: z.int(),
    paper: z.int(),
    posted: z.object(posted).readonly(),
  })
  .readonly();
export type Round = z.infer<typeof Round>;

export const roundId = (month: string): string => `round-${month}`;

/** A posting's cause: each household once a round. */
export const roundCause = (round: string, household: string): string => `round:${round}:household:${household}`;

const begin = ({ at, id, month, opensAt }: Extract<RoundEvent, { kind: 'planned' }>): Round => ({
  ...{ id, number: 0, month, opensAt, phase: 'planned', since: at },
  ...{ remindAt: null, closesAt: null, objectionsUntil: null, reminded: false },
  ...{ households: 0, told: 0, paper: 0, posted: { count: 0, points: 0, plaques: 0 } },
});

const change = (round: Round, event: Exclude<RoundEvent, { kind: 'planned' }>): Round => {
  const since = event.at;
  switch (event.kind) {
    case 'opened': {
      const { number, remindAt, closesAt, households } = event;
      return { ...round, phase: 'marking', since, number, remindAt, closesAt, households };
    }
    case 'reminded':
      return { ...round, reminded: true };
    case 'closed':
      return { ...round, phase: 'telling', since };
    case 'told':
      return { ...round, since, told: round.told + event.count, paper: round.paper + event.paper };
    case 'objections-opened':
      return { ...round, phase: 'objecting', since, objectionsUntil: event.until };
    case 'objections-closed':
      return { ...round, phase: 'posting', since };
    case 'posted': {
      const { count, points, plaques } = round.posted;
      const sum = {
        count: count + event.count,
        points: points + event.points,
        plaques: plaques + event.plaques,
      };
      return { ...round, since, posted: sum };
    }
    case 'waited':
      return { ...round, phase: 'deciding', since };
    case 'ended':
      return { ...round, phase: 'done', since };
  }
};

/** The state of a round is the fold of its events. */
export const foldRound = (round: Round | null, events: readonly RoundEvent[]): Round | null =>
  events.reduce<Round | null>(
    (state, each) => (each.kind === 'planned' ? begin(each) : state && change(state, each)),
    round,
  );

export const isOpenRound = ({ phase }: Round): boolean => phase !== 'done';
