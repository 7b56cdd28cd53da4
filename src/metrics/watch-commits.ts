import { z } from 'zod';
import type { Commit, CommitOutcome, MatterChange, UnitOfWork } from '../usecases/ports';
import type { Meters } from './meters';

const Breach = z.object({ kind: z.literal('notified'), step: z.string().regex(/\bbreach\b/) });
const Alarmed = z.object({ kind: z.literal('alarmed') });
const TookCharge = z.object({ kind: z.literal('took-charge'), at: z.string() });
const Danger = z.object({ class: z.literal('critical'), reportedAt: z.string() });

const stages = ['dispatch', 'claim', 'resolve', 'review', 'part'] as const;

const countEvents = ({ events, state }: MatterChange, { breaches, alarms, alarmSeconds }: Meters): void => {
  const danger = Danger.safeParse(state);
  for (const event of events) {
    const breach = Breach.safeParse(event);
    if (breach.success) breaches.inc({ stage: stages.find((stage) => breach.data.step.startsWith(stage)) ?? 'other' });
    if (Alarmed.safeParse(event).success) alarms.inc();
    const charge = TookCharge.safeParse(event);
    if (charge.success && danger.success)
      alarmSeconds.observe(Math.max(0, Date.parse(charge.data.at) - Date.parse(danger.data.reportedAt)) / 1000);
  }
};

const count = (commit: Commit, outcome: CommitOutcome['kind'], meters: Meters): void => {
  for (const change of commit.changes) {
    const matter = change.ref.kind;
    meters.decisions.inc({ matter, outcome });
    if (outcome !== 'committed') continue;
    if (change.lateSince !== undefined) meters.lateTicks.inc({ matter });
    if (matter === 'ticket') countEvents(change, meters);
  }
};

/** Counts every decision by what became of it, and what it says of deadlines and dangers. */
export const watchCommits = (unitOfWork: UnitOfWork, meters: Meters): UnitOfWork => ({
  commit: async (commit) => {
    const end = meters.commitSeconds.startTimer();
    try {
      const outcome = await unitOfWork.commit(commit);
      end({ outcome: outcome.kind });
      count(commit, outcome.kind, meters);
      return outcome;
    } catch (error) {
      end({ outcome: 'failed' });
      throw error;
    }
  },
});
