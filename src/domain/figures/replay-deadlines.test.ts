import {
  aContext,
  aReport,
  aTicketCommunity,
  claimed,
  clock,
  reported,
  resolved,
  ticked,
  told,
  wang,
  zhao,
  type Life,
} from '../../../test/support/a-ticket';
import { WorkCalendar } from '../calendar/work-calendar';
import type { ClassPolicy } from '../community/class-policy';
import { Policy } from '../community/policy';
import { replayDeadlines, sumUpReplay, type Deadlines } from './replay-deadlines';
import { stageRuns } from './stage-runs';

const community = aTicketCommunity();
const now = clock('17:00');

const deadlines = (day: Partial<ClassPolicy>, given: Partial<Deadlines> = {}): Deadlines => {
  const { policy, calendar } = community;
  const classes = { ...policy.classes, '24h': { ...policy.classes['24h'], ...day } };
  return { policy: Policy.parse({ ...policy, classes }), calendar, ...given };
};

const linesOf = (lives: readonly Life[], proposed: Deadlines, at: string = now) =>
  sumUpReplay(lives.flatMap(({ events }) => replayDeadlines(events, community, proposed, at)));

/** Reported at ten, claimed at five past, done at eleven; not solved, says the reporter at noon. */
const reopened = () => told(resolved(), { kind: 'answer', by: zhao, answer: 'not-solved' }, aContext(clock('11:50')));

test('nothing changes when the deadlines are today’s', () => {
  const [dispatch, claim, resolve] = linesOf([resolved()], deadlines({}));
  const quiet = { warned: 0, breached: 0, medianLateMinutes: null };
  const line = { class: '24h', runs: 1, told: { warned: 0, breached: 0 }, today: quiet, then: quiet };
  expect([dispatch, claim, resolve]).toEqual([
    { ...line, stage: 'dispatch' },
    { ...line, stage: 'claim' },
    { ...line, stage: 'resolve' },
  ]);
});

test('shorter deadlines: who would have been warned, who would have been late and by how much', () => {
  // Claimed after 5 minutes, done after 60.
  const lines = linesOf(
    [resolved(), resolved(claimed(), clock('11:20'))],
    deadlines({ claimMinutes: 6, resolveMinutes: 50 }),
  );
  expect(lines.map(({ stage, then }) => [stage, then])).toEqual([
    ['dispatch', { warned: 0, breached: 0, medianLateMinutes: null }],
    ['claim', { warned: 2, breached: 0, medianLateMinutes: null }],
    ['resolve', { warned: 2, breached: 2, medianLateMinutes: 20 }],
  ]);
});

test('what is still open is judged by now', () => {
  const [, claim, resolve] = linesOf([reported()], deadlines({ resolveMinutes: 120 }), clock('12:00'));
  // 60 minutes to claim: an hour late at noon, whatever was proposed; 120 to resolve: due at noon, not late.
  expect(claim).toMatchObject({ today: { warned: 1, breached: 1, medianLateMinutes: 60 } });
  expect(resolve).toMatchObject({ then: { warned: 1, breached: 0 }, today: { warned: 0, breached: 0 } });
});

test('what was really said is counted beside it', () => {
  const late = [clock('10:45'), clock('11:00'), clock('11:01')].reduce(
    (life, at) => ticked(life, aContext(at)),
    reported(),
  );
  const [, claim] = linesOf([late], deadlines({ claimMinutes: 480 }), clock('11:10'));
  expect(claim).toMatchObject({
    told: { warned: 1, breached: 1 },
    today: { warned: 1, breached: 1, medianLateMinutes: 10 },
    then: { warned: 0, breached: 0, medianLateMinutes: null },
  });
});

test('each cycle has a clock of its own: a reopened matter is judged twice', () => {
  const again = resolved(reopened(), clock('15:00'));
  expect(stageRuns(again.events).map(({ stage, start, end }) => [stage, start, end])).toEqual([
    ['dispatch', clock('10:00'), clock('10:00')],
    ['claim', clock('10:00'), clock('10:05')],
    ['resolve', clock('10:00'), clock('11:00')],
    ['resolve', clock('11:50'), clock('15:00')],
  ]);
  // 10 minutes until noon and 90 from half past one: 100 minutes of work, ten more than these 90.
  const lines = linesOf([again], deadlines({ resolveMinutes: 90 }));
  expect(lines.find(({ stage }) => stage === 'resolve')).toMatchObject({
    runs: 2,
    then: { warned: 1, breached: 1, medianLateMinutes: 10 },
  });
});

test('pauses do not count, those that still run neither', () => {
  const pause = { kind: 'pause', by: wang, until: clock('16:00'), words: 'w2' } as const;
  const waiting = told(claimed(), pause, aContext(clock('10:30')));
  const back = told(waiting, { kind: 'resume', by: wang }, aContext(clock('11:30')));
  const sixty = deadlines({ resolveMinutes: 60 });
  const resolveLine = (life: Life, at: string) => linesOf([life], sixty, at).find(({ stage }) => stage === 'resolve');
  expect(resolveLine(waiting, clock('15:00'))).toMatchObject({ then: { warned: 0, breached: 0 } });
  // 30 minutes before the pause and 25 after it.
  expect(resolveLine(resolved(back, clock('11:55')), now)).toMatchObject({ then: { warned: 1, breached: 0 } });
});

test('another calendar moves the deadlines as well', () => {
  const allDay = WorkCalendar.parse({ hours: [{ from: '08:30', to: '17:30' }] });
  const late = resolved(claimed(), clock('13:00'));
  const [, , resolve] = linesOf([late], deadlines({ resolveMinutes: 120 }, { calendar: allDay }));
  expect(resolve).toMatchObject({ then: { breached: 1, medianLateMinutes: 60 } });
  const [, , withLunch] = linesOf([late], deadlines({ resolveMinutes: 120 }));
  // Due at noon sharp; the lunch break is no working time, so it is late by nothing that counts.
  expect(withLunch).toMatchObject({ then: { breached: 1, medianLateMinutes: 0 } });
});

test('classes do not mix, and a class without tickets has no line', () => {
  const drain = reported(aReport({ category: 'drain' }));
  expect(linesOf([drain, reported()], deadlines({})).map((line) => [line.class, line.stage, line.runs])).toEqual([
    ['2h', 'dispatch', 1],
    ['2h', 'claim', 1],
    ['2h', 'resolve', 1],
    ['24h', 'dispatch', 1],
    ['24h', 'claim', 1],
    ['24h', 'resolve', 1],
  ]);
});
