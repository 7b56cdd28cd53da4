import type { Community } from '../../src/domain/community/community';
import type { FigureRow } from '../../src/domain/figures/figures';
import { replayDeadlines } from '../../src/domain/figures/replay-deadlines';
import type { Moment } from '../../src/domain/ids';
import { foldTicket } from '../../src/domain/ticket/apply-ticket-event';
import { stageClock } from '../../src/domain/ticket/clocks/stage-clock';
import { stageRuns, type StageRun } from '../../src/domain/figures/stage-runs';
import type { Ticket } from '../../src/domain/ticket/ticket';
import type { TicketEvent } from '../../src/domain/ticket/ticket-event';

type History = readonly TicketEvent[];

/** What the figures count of one ticket, as the domain's own fold and clocks say it. */
interface Facts {
  readonly ticket: Ticket;
  readonly answered: boolean;
  readonly answeredLate: boolean;
  readonly done: boolean;
  readonly late: boolean;
  readonly lateNow: boolean;
  /** Null: it took no time of a desk, or nobody has answered. */
  readonly answerMinutes: number | null;
}

const answers: readonly TicketEvent['kind'][] = [
  ...(['claimed', 'took-charge', 'handed-over', 'resolved'] as const),
  ...(['refused-with-reason', 'not-ours', 'archived', 'withdrawn'] as const),
];

/** Done is what was resolved, in whatever cycle, and what no reviewer has still to pass. */
const isDone = (history: History): boolean => {
  const last = history.findLast(({ kind }) =>
    ['resolved', 'review-asked', 'review-passed', 'review-lapsed'].includes(kind),
  );
  return last !== undefined && last.kind !== 'review-asked';
};

/** From the dispatch to the answer, in minutes of its clock, pauses left out. */
const minutesOf = ({ area, class: own, start, end, pauses }: StageRun, community: Community): number => {
  const clock = stageClock(community, own, area);
  const stop = end ?? start;
  const paused = pauses.map(({ from, to }) => {
    const [begun, over] = [from > start ? from : start, to < stop ? to : stop];
    return begun < over ? clock.between(begun, over) : 0;
  });
  return paused.reduce((left, minutes) => left - minutes, clock.between(start, stop));
};

const factsOf = (history: History, community: Community, now: Moment): Facts | null => {
  const ticket = foldTicket(null, history);
  if (!ticket || ticket.nature === 'suggestion' || ticket.phase === 'withdrawn' || ticket.phase === 'merged')
    return null;
  if (ticket.closedFor === 'withdrawn' || ticket.closedFor === 'false-alarm') return null;
  const runs = replayDeadlines(history, community, community, now);
  const isLate = (stage: string, running?: boolean): boolean =>
    runs.some(
      (run) => run.stage === stage && run.today.lateMinutes !== null && (running ?? run.running) === run.running,
    );
  const answer = history.find(({ kind }) => answers.includes(kind));
  const answered = answer !== undefined;
  const answering = stageRuns(history).find(
    ({ stage, end }) => stage === 'claim' && end !== null && end === answer?.at,
  );
  const first = runs.find(({ stage }) => stage === 'claim');
  const answeredLate = (first?.today.lateMinutes ?? null) !== null;
  return {
    ticket,
    answered,
    answeredLate,
    done: isDone(history),
    late: isLate('resolve'),
    lateNow: (!answered && answeredLate) || isLate('resolve', true),
    answerMinutes: answering ? minutesOf(answering, community) : null,
  };
};

type Key = string | null;

const meanOf = (values: readonly number[]): unknown =>
  values.length === 0
    ? null
    : (expect.closeTo(values.reduce((sum, value) => sum + value, 0) / values.length, 6) as unknown);

/** A row as `rates` gives it; the mean is the same but for the last digits. */
type Counted = Omit<FigureRow, 'answerMinutes'> & { readonly answerMinutes: unknown };

const isSettled = ({ settledAt, phase }: Ticket): boolean => settledAt !== null && phase !== 'under-review';

/** The same as `Figures.rates`, ticket by ticket. */
export const countLives = (
  histories: readonly History[],
  keyOf: (ticket: Ticket) => Key,
  now: Moment,
  community: Community,
): readonly Counted[] => {
  const facts = histories.flatMap((history) => factsOf(history, community, now) ?? []);
  const keys = [...new Set(facts.map(({ ticket }) => keyOf(ticket)))].sort((one, other) =>
    (one ?? '') < (other ?? '') ? -1 : 1,
  );
  return keys.map((key) => {
    const own = facts.filter(({ ticket }) => keyOf(ticket) === key);
    const count = (counts: (facts: Facts) => boolean): number => own.filter(counts).length;
    const calledBack = count(({ ticket }) => ticket.solved !== null || ticket.reopenings > 0);
    return {
      key,
      tickets: own.length,
      response: {
        count: count(({ answered, answeredLate }) => answered && !answeredLate),
        of: count(({ answered, answeredLate }) => answered || answeredLate),
      },
      onTime: { count: count(({ done, late }) => done && !late), of: count(({ done, late }) => done || late) },
      solved: { count: count(({ ticket }) => ticket.solved === true), of: calledBack },
      satisfied: { count: count(({ ticket }) => ticket.satisfied === true), of: calledBack },
      inGrid: {
        count: count(({ ticket }) => isSettled(ticket) && ticket.settledAt === 'grid'),
        of: count(({ ticket }) => isSettled(ticket)),
      },
      answerMinutes: meanOf(own.flatMap(({ answerMinutes }) => answerMinutes ?? [])),
    };
  });
};

/** Open tickets that are past their time. */
export const overdueOf = (histories: readonly History[], now: Moment, community: Community): number =>
  histories.flatMap((history) => factsOf(history, community, now) ?? []).filter(({ lateNow }) => lateNow).length;
