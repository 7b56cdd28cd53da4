import type { Community } from '../../src/domain/community/community';
import type { FigureRow } from '../../src/domain/figures/figures';
import { replayDeadlines } from '../../src/domain/figures/replay-deadlines';
import type { Moment } from '../../src/domain/ids';
import { foldTicket } from '../../src/domain/ticket/apply-ticket-event';
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
  const answered = history.some(({ kind }) => answers.includes(kind));
  const first = runs.find(({ stage }) => stage === 'claim');
  const answeredLate = (first?.today.lateMinutes ?? null) !== null;
  return {
    ticket,
    answered,
    answeredLate,
    done: isDone(history),
    late: isLate('resolve'),
    lateNow: (!answered && answeredLate) || isLate('resolve', true),
  };
};

type Key = string | null;

/** The same as `Figures.rates`, ticket by ticket. */
export const countLives = (
  histories: readonly History[],
  keyOf: (ticket: Ticket) => Key,
  now: Moment,
  community: Community,
): readonly FigureRow[] => {
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
    };
  });
};

/** Open tickets that are past their time. */
export const overdueOf = (histories: readonly History[], now: Moment, community: Community): number =>
  histories.flatMap((history) => factsOf(history, community, now) ?? []).filter(({ lateNow }) => lateNow).length;
