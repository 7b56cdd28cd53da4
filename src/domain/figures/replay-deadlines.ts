import { DeadlineClass } from '../community/category';
import { stagesOf, warnShareOf } from '../community/stages-of';
import type { Community } from '../community/community';
import type { Moment } from '../ids';
import { dueAfterPauses, stageClock, type Stage } from '../ticket/clocks/stage-clock';
import type { TicketEvent } from '../ticket/ticket-event';
import { stageRuns, type StageRun } from './stage-runs';

/** Deadlines that a history is judged by. */
export type Deadlines = Pick<Community, 'policy' | 'calendar'>;

/** How a run of a clock comes out under some deadlines. `lateMinutes`: of the class's own clock; null: in time. */
interface Outcome {
  readonly warned: boolean;
  readonly lateMinutes: number | null;
}

/** One run of a clock under today's deadlines and under others. */
export interface ReplayedRun {
  readonly class: DeadlineClass;
  readonly stage: Stage;
  readonly told: StageRun['told'];
  /** Nothing has ended it yet. */
  readonly running: boolean;
  readonly today: Outcome;
  readonly then: Outcome;
}

/** Runs of one class and stage, counted. */
export interface Judged {
  readonly warned: number;
  readonly breached: number;
  /** How late those are that were breached, in minutes of the class's own clock; null: none was. */
  readonly medianLateMinutes: number | null;
}

export interface ReplayLine {
  readonly class: DeadlineClass;
  readonly stage: Stage;
  readonly runs: number;
  /** Runs of which somebody was really reminded, and really told that they are late. */
  readonly told: { readonly warned: number; readonly breached: number };
  readonly today: Judged;
  readonly then: Judged;
}

/** A reminder comes in none of these: what is to be dispatched is not reminded of, and a danger is alarmed instead. */
const isReminded = ({ stage, class: deadlineClass }: StageRun): boolean =>
  stage === 'resolve' || (stage === 'claim' && deadlineClass !== 'critical');

const judge = (run: StageRun, { policy, calendar }: Deadlines, community: Community, now: Moment): Outcome => {
  const clock = stageClock({ ...community, calendar }, run.class, run.area);
  const stages = { policy, categories: community.categories };
  const minutes = stagesOf(stages, run)[`${run.stage}Minutes`];
  const after = (share: number) => dueAfterPauses(clock, run.start, share, run.pauses);
  const stop = run.end ?? now;
  const due = after(minutes);
  const warned = isReminded(run) && after(Math.floor(minutes * warnShareOf(stages, run))) < stop;
  return { warned, lateMinutes: due < stop ? clock.between(due, stop) : null };
};

/**
 * One ticket's history under today's deadlines and under others. People are taken to have done what they did, when
 * they did it: only what they would have been told changes.
 */
export const replayDeadlines = (
  events: readonly TicketEvent[],
  community: Community,
  proposed: Deadlines,
  now: Moment,
): readonly ReplayedRun[] =>
  stageRuns(events).map((run) => ({
    class: run.class,
    stage: run.stage,
    told: run.told,
    running: run.end === null,
    today: judge(run, community, community, now),
    then: judge(run, proposed, community, now),
  }));

const median = (values: readonly number[]): number | null => {
  const sorted = [...values].sort((one, other) => one - other);
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.floor(sorted.length / 2)]];
  return low === undefined || high === undefined ? null : (low + high) / 2;
};

const judged = (outcomes: readonly Outcome[]): Judged => {
  const late = outcomes.flatMap(({ lateMinutes }) => (lateMinutes === null ? [] : [lateMinutes]));
  return {
    warned: outcomes.filter(({ warned }) => warned).length,
    breached: late.length,
    medianLateMinutes: median(late),
  };
};

const stages: readonly Stage[] = ['dispatch', 'claim', 'resolve'];

/** A line for each class and stage that had any run, in the order of the classes. */
export const sumUpReplay = (runs: readonly ReplayedRun[]): readonly ReplayLine[] =>
  DeadlineClass.options.flatMap((deadlineClass) =>
    stages.flatMap((stage) => {
      const own = runs.filter((run) => run.class === deadlineClass && run.stage === stage);
      if (own.length === 0) return [];
      return [
        {
          class: deadlineClass,
          stage,
          runs: own.length,
          told: {
            warned: own.filter(({ told }) => told.warned).length,
            breached: own.filter(({ told }) => told.breached).length,
          },
          today: judged(own.map(({ today }) => today)),
          then: judged(own.map(({ then }) => then)),
        },
      ];
    }),
  );
