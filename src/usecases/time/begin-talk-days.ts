import { beginTalkDay, foldTalkDay, talkDayId } from '../../domain/council/talk-day';
import type { MatterRef } from '../../domain/decision';
import { commitDecision, type CommitPorts } from '../deciding/commit-decision';
import { matterRules } from '../deciding/matter-rules';
import type { Communities, Matters } from '../ports';
import { decision } from '../../domain/decision';

export type TalkDayPorts = CommitPorts & {
  readonly communities: Communities;
  readonly matters: Pick<Matters, 'load' | 'reschedule'>;
};

/** At each start: every loop of the pack has its weekly day, due when the pack says now. Safe to be run again. */
export const beginTalkDays = async (ports: TalkDayPorts): Promise<void> => {
  const community = await ports.communities.current();
  const now = ports.clock.now().toISOString();
  for (const { id: loop } of community.loops) {
    const id = talkDayId(loop);
    const matter: MatterRef = { kind: 'talk-day', id, number: null };
    const stored = await ports.matters.load(id);
    if (stored) {
      const due = matterRules['talk-day'].nextDue(stored.state, community);
      await ports.matters.reschedule(id, stored.version, due);
      if (due) await ports.wakeUps.wake(matter, stored.version, due);
      continue;
    }
    const events = [beginTalkDay(loop, now, community)];
    await commitDecision(
      {
        ...{ cause: `begin:${id}`, matter, expectedVersion: 0, decision: decision({ events }) },
        ...{ state: foldTalkDay(null, events), words: [], photos: [] },
      },
      community,
      ports,
    );
  }
};
