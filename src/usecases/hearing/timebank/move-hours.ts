import { hasRole } from '../../../domain/community/may';
import type { Person } from '../../../domain/community/community';
import type { Say } from '../../../domain/decision';
import { moveTime, neighboursPool } from '../../../domain/timebank/move-time';
import type { TimeMove } from '../../../domain/timebank/refusal';
import { commitPostings } from '../../deciding/commit-postings';
import { untilCommitted } from '../../deciding/until-committed';
import type { InboundAnswer, InboundMessage } from '../../inbound';
import type { EnginePorts } from '../../ports-of-engine';
import { answerPerson, heard, heardBefore } from '../answer-person';
import { reachablePeople } from '../people/reachable-people';
import type { Setting } from '../verbs/verb-meaning';
import { neighbourNamed } from './neighbour-named';

interface Asked {
  readonly kind: TimeMove['kind'];
  readonly who: string | null;
  readonly minutes: number;
}

const ownedBy = async ({ ledger }: EnginePorts, { id }: Person) => {
  const [points, saved, pool] = await Promise.all([
    ledger.balance(`person:${id}`),
    ledger.balance(`saved:${id}`),
    ledger.balance(neighboursPool),
  ]);
  return { points, saved, pool };
};

const moveOf = (kind: TimeMove['kind'], to: Person | null): TimeMove =>
  (kind === 'give' || kind === 'grant') && to
    ? { kind, to: to.id }
    : { kind: kind === 'take' ? 'take' : kind === 'keep' ? 'keep' : 'donate' };

/** `存`, `取`, `送`, `捐`, `拨` with a length of time: hours change hands, all of it or nothing. */
export const moveHours = async (
  ports: EnginePorts,
  inbound: InboundMessage,
  { kind, who, minutes }: Asked,
  { person: by, community }: Setting,
): Promise<InboundAnswer> => {
  if (kind === 'grant' && !hasRole(by, ['staff', 'director'])) {
    await answerPerson(ports, inbound, { wording: 'service.not-yours', params: { what: 'grant' } });
    return heard('拨时间：没有这个权限');
  }
  const to = who === null ? null : await neighbourNamed(ports, inbound, who);
  if (to !== null && 'silent' in to) return to;
  const points = Math.round((minutes * community.policy.hourPoints) / 60);
  const move = moveOf(kind, to);
  return untilCommitted(`time ${inbound.key}`, async () => {
    const owned = await ownedBy(ports, by);
    const at = ports.clock.now().toISOString();
    const moved = moveTime({ by: by.id, move, minutes, points, cause: inbound.key, at }, owned);
    if (!moved.ok) {
      if (await ports.matters.handled(inbound.key)) return heardBefore;
      await answerPerson(ports, inbound, { wording: 'service.not-moved', params: { move: kind, why: moved.refusal } });
      return heard(`时间银行：没有动，因为 ${moved.refusal.kind}`);
    }
    const change = (account: string): number =>
      moved.value.entries.filter((entry) => entry.account === account).reduce((sum, entry) => sum + entry.points, 0);
    const told = to ? await reachablePeople(ports, [to]) : [];
    const says: readonly Say[] = [
      {
        ...{ to: { person: by.id }, key: 'service.moved', urgency: 'prompt', wording: 'service.moved' },
        params: {
          ...{ move: kind, minutes, points, to: to?.id ?? null },
          balance: owned.points + change(`person:${by.id}`),
          saved: owned.saved + change(`saved:${by.id}`),
        },
      },
      ...told.map((person): Say => ({
        ...{ to: { person }, key: 'service.received', urgency: 'ordinary', wording: 'service.received' },
        params: { by: kind === 'grant' ? null : by.id, minutes, points },
      })),
    ];
    const outcome = await commitPostings(ports, inbound, { postings: [moved.value], says });
    if (outcome === 'conflict') return null;
    return outcome === 'repeated' ? heardBefore : heard(`时间银行：${kind} ${points} 分`);
  });
};
