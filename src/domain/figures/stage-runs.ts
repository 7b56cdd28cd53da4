import type { CategoryId, DeadlineClass } from '../community/category';
import type { AreaId, Moment } from '../ids';
import { applyTicketEvent } from '../ticket/apply-ticket-event';
import { lacksPapers } from '../ticket/applying/lacks-papers';
import { clockArea, type Stage } from '../ticket/clocks/stage-clock';
import type { Ticket } from '../ticket/ticket';
import type { TicketEvent } from '../ticket/ticket-event';

/** One run of a stage's clock: from its start to what ended it. Each cycle has runs of its own. */
export interface StageRun {
  readonly stage: Stage;
  /** The class that the ticket has now: a corrected category is what it always was. */
  readonly class: DeadlineClass;
  readonly category: CategoryId | null;
  /** Whose working time counts. */
  readonly area: AreaId | null;
  readonly start: Moment;
  /** Null: it still runs. */
  readonly end: Moment | null;
  /** Resolving waits for something; the others pause only while the ticket is merged into another. */
  readonly pauses: Ticket['pauses'];
  /** What was really said while it ran: a reminder, and a notice to somebody above. */
  readonly told: { readonly warned: boolean; readonly breached: boolean };
}

type OfTicket = 'class' | 'category' | 'area';
type Running = Omit<StageRun, OfTicket | 'stage'>;

interface Runs {
  readonly ended: readonly Omit<StageRun, OfTicket>[];
  readonly running: Readonly<Partial<Record<Stage, Running>>>;
}

const begin = (runs: Runs, start: Moment, stages: readonly Stage[]): Runs => ({
  ...runs,
  running: {
    ...runs.running,
    ...Object.fromEntries(
      stages.map((stage) => [stage, { start, end: null, pauses: [], told: { warned: false, breached: false } }]),
    ),
  },
});

const end = (runs: Runs, at: Moment, pauses: Ticket['pauses'], stages: readonly Stage[]): Runs => {
  const ending = stages.flatMap((stage) => {
    const run = runs.running[stage];
    return run ? [{ ...run, stage, end: at, pauses }] : [];
  });
  const running = Object.entries(runs.running).filter(([stage]) => !stages.some((each) => each === stage));
  return { ended: [...runs.ended, ...ending], running: Object.fromEntries(running) };
};

const stop = (runs: Runs, stopped: Stage): Runs => ({
  ...runs,
  running: Object.fromEntries(Object.entries(runs.running).filter(([stage]) => stage !== stopped)),
});

/** Steps are named "claim.warn", "resolve.breach.street". */
const tell = (runs: Runs, steps: readonly string[]): Runs => ({
  ...runs,
  running: Object.fromEntries(
    Object.entries(runs.running).map(([stage, run]) => [
      stage,
      {
        ...run,
        told: {
          warned: run.told.warned || steps.includes(`${stage}.warn`),
          breached: run.told.breached || steps.some((step) => step.startsWith(`${stage}.breach`)),
        },
      },
    ]),
  ),
});

const all: readonly Stage[] = ['dispatch', 'claim', 'resolve'];

/** What somebody who was asked answers with; each ends the waiting for an answer. */
const responses: readonly TicketEvent['kind'][] = ['claimed', 'took-charge', 'handed-over'];
/** What ends every clock of a cycle. */
const endings: readonly TicketEvent['kind'][] = [
  'resolved',
  'withdrawn',
  'refused-with-reason',
  'not-ours',
  'archived',
];

/** An application's clock for the work waits until its papers are complete. */
const work = (ticket: Ticket): readonly Stage[] => (lacksPapers(ticket) ? [] : ['resolve']);

/** `after`: the ticket as the event leaves it. What starts or stops no clock changes nothing. */
const follow = (runs: Runs, event: TicketEvent, after: Ticket): Runs => {
  if (event.kind === 'reported') return begin(runs, event.at, ['dispatch']);
  // Sent to another desk before anybody had it: its clocks begin anew.
  if (event.kind === 'dispatched')
    return begin(end(runs, event.at, after.pauses, ['dispatch']), event.at, ['claim', ...work(after)]);
  if (event.kind === 'papers-asked' || event.kind === 'papers-missing') return stop(runs, 'resolve');
  if (event.kind === 'papers-complete') return begin(runs, event.at, ['resolve']);
  // Given back: nobody's clock for the work runs until it is arranged.
  if (event.kind === 'objected' || event.kind === 'ruling-asked')
    return begin({ ...runs, running: {} }, event.at, ['dispatch']);
  if (event.kind === 'ruled') return begin(end(runs, event.at, [], ['dispatch']), event.at, work(after));
  if (event.kind === 'sent-back') return begin(runs, event.at, work(after));
  if (event.kind === 'reopened')
    return begin(runs, event.at, after.claimedBy === null ? ['claim', ...work(after)] : work(after));
  if (event.kind === 'notified') return tell(runs, [event.step]);
  if (responses.includes(event.kind)) return end(runs, event.at, after.pauses, ['claim']);
  return endings.includes(event.kind) ? end(runs, event.at, after.pauses, all) : runs;
};

/** A pause that is not over lasts until the end that was named. */
const pausesOf = ({ pauses, waiting }: Ticket): Ticket['pauses'] =>
  waiting ? [...pauses, { from: waiting.since, to: waiting.until }] : pauses;

/** Every run of every clock in a ticket's history, those that ended first. */
export const stageRuns = (events: readonly TicketEvent[]): readonly StageRun[] => {
  let ticket: Ticket | null = null;
  let runs: Runs = { ended: [], running: {} };
  for (const event of events) {
    const after = applyTicketEvent(ticket, event);
    if (after === null) continue;
    runs = follow(runs, event, after);
    ticket = after;
  }
  // Nobody is late with what was only wished for.
  if (ticket === null || ticket.nature === 'suggestion') return [];
  const last: Ticket = ticket;
  const running = all.flatMap((stage) => {
    const run = runs.running[stage];
    // While it is merged into another its clocks stand still.
    return run ? [{ ...run, stage, end: last.merged?.at ?? null, pauses: pausesOf(last) }] : [];
  });
  const own = { class: last.class, category: last.category, area: clockArea(last) };
  return [...runs.ended, ...running].map((run) => ({ ...run, ...own }));
};
