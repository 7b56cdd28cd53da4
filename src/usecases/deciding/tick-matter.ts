import { minutesBetween } from '../../domain/calendar/local-time';
import type { Community } from '../../domain/community/community';
import type { Decision, MatterRef } from '../../domain/decision';
import type { Moment } from '../../domain/ids';
import { Round } from '../../domain/rounds/round';
import { tickPointsYear } from '../time/tick-points-year';
import { commitDecision } from './commit-decision';
import { matterRules, type TickedMatter } from './matter-rules';
import { planRound } from './plan-round';
import { tickRoundDue } from './tick-round-due';
import type { Stored } from '../ports';
import type { EnginePorts } from '../ports-of-engine';

/** Conflicts in a row after which the tick is left to the sweep. */
const attempts = 5;

/** Less than this is no outage: the sweep itself may be half a minute late. */
const outageMinutes = 5;

/** Late enough to be told of. What has no number nobody could look up. */
const lateSince = ({ number }: MatterRef, dueAt: Moment, now: Moment): { readonly lateSince?: Moment } =>
  number !== null && minutesBetween(dueAt, now) >= outageMinutes ? { lateSince: dueAt } : {};

/** What time does to it; the end of a year must look at the ledger for it, a round at the households. */
const ticked = (
  ports: EnginePorts,
  { ref, state }: Stored<unknown>,
  now: Moment,
  community: Community,
): TickedMatter | Promise<TickedMatter> =>
  ref.kind === 'points-year'
    ? tickPointsYear(ports, state, now, community)
    : ref.kind === 'round'
      ? tickRoundDue(ports, state, now, community)
      : matterRules[ref.kind].tick(state, now, community);
/** A round has its number from its beginning on. */
const numbered = (ref: MatterRef, state: unknown): MatterRef =>
  ref.kind === 'round' ? { ...ref, number: Round.parse(state).number || null } : ref;

/** Steps of a round after which the next one must be planned; batches are none. */
const isTurning = ({ events }: Decision): boolean => events.some(({ kind }) => kind === 'opened' || kind === 'ended');

/**
 * Runs the matter's tick if it is still due; the key of a tick is the version it was decided on. `known`: as it was read a
 * moment ago; when it has changed since, the commit finds out and it is read again.
 */
export const createTick =
  (ports: EnginePorts) =>
  async (matter: MatterRef, known?: Stored<unknown>): Promise<'done' | 'not-due'> => {
    for (let attempt = 0; attempt < attempts; attempt += 1) {
      const stored = (attempt === 0 ? known : undefined) ?? (await ports.matters.load<unknown>(matter.id));
      if (!stored) return 'not-due';
      const community = await ports.communities.current();
      const now = ports.clock.now().toISOString();
      const rules = matterRules[stored.ref.kind];
      const dueAt = rules.nextDue(stored.state, community);
      if (!dueAt || dueAt > now) {
        // Woken by an alarm that was set under other rules: the one that holds takes its place.
        await ports.matters.reschedule(matter.id, stored.version, dueAt);
        if (dueAt) await ports.wakeUps.wake(stored.ref, stored.version, dueAt);
        return 'not-due';
      }
      const { decision, state } = await ticked(ports, stored, now, community);
      if (decision.events.length === 0) return 'not-due';
      const outcome = await commitDecision(
        {
          cause: `tick:${matter.id}:${stored.version}`,
          matter: numbered(stored.ref, state),
          expectedVersion: stored.version,
          decision,
          state,
          words: [],
          photos: [],
          ...lateSince(stored.ref, dueAt, now),
        },
        community,
        ports,
      );
      if (outcome.kind !== 'conflict') {
        if (stored.ref.kind === 'round' && isTurning(decision)) await planRound(ports);
        return 'done';
      }
    }
    return 'not-due';
  };
