import type { Person } from '../../../domain/community/community';
import { hasRole } from '../../../domain/community/may';
import type { Say } from '../../../domain/decision';
import type { Moment } from '../../../domain/ids';
import { lookAtMatter } from '../../audit/rebuild';
import type { Inbound, InboundAnswer, InboundMessage } from '../../inbound';
import type { EnginePorts } from '../../ports-of-engine';
import type { Merge } from '../../ports-of-people';
import type { Erasure } from '../../ports-of-privacy';
import { answerPerson, heard, sayBecauseOf } from '../answer-person';

const keepers = ['staff', 'director'] as const;

/** `拆开 刘建国`: asks once more, naming what would be parted. */
export const askToPart = async (
  ports: EnginePorts,
  inbound: InboundMessage,
  name: string,
  person: Person,
): Promise<InboundAnswer> => {
  if (!hasRole(person, keepers)) {
    await answerPerson(ports, inbound, { wording: 'self.staff-only', params: {} });
    return heard('拆开账号：没有这个权限');
  }
  const named = await ports.people.byName(name);
  const merges = await Promise.all(named.map(({ id }) => ports.selves.lastOf(id)));
  const merge = merges.filter((each) => each !== null).sort((one, other) => (one.at < other.at ? 1 : -1))[0];
  if (!merge) {
    await answerPerson(ports, inbound, { wording: 'self.part-nobody', params: { name } });
    return heard('拆开账号：名下没有并进来的号');
  }
  const params = { merge: merge.id, of: merge.to, name: merge.name, at: merge.at };
  await answerPerson(ports, inbound, { wording: 'self.part-ask', params }, { question: true, choices: ['yes', 'no'] });
  return heard('拆开账号：再问一遍');
};

/** What was decided while they were one is read again from what happened: each has their own. */
const readAgain = async (ports: EnginePorts, { from, to }: Merge): Promise<void> => {
  const community = await ports.communities.current();
  for await (const matter of ports.selves.mattersOf([from, to])) {
    const { differences, mended } = lookAtMatter(matter, community);
    if (mended !== null && differences.length > 0) await ports.selves.mend(matter.version, mended);
  }
};

/** The wish to be forgotten stays with whoever wished it. */
const stillWished = ({ person, dueAt }: Erasure, now: Moment): readonly Say[] =>
  dueAt === null || dueAt <= now
    ? []
    : [
        {
          to: { person },
          key: 'self-parted-wish',
          urgency: 'prompt',
          wording: 'privacy.erasure-set',
          params: { due: dueAt },
        },
      ];

/** Read twice, as something may have changed while it was read. */
export const partChosen = async (
  ports: EnginePorts,
  inbound: Inbound,
  id: string,
  choice: 'yes' | 'no',
  by: Person,
): Promise<InboundAnswer> => {
  if (choice === 'no' || !hasRole(by, keepers)) return heard('不拆');
  const now = ports.clock.now().toISOString();
  const merge = (await ports.selves.part(id, by.id, now)) ?? (await ports.selves.byId(id));
  if (!merge) return heard('没有这次合并');
  await readAgain(ports, merge);
  await readAgain(ports, merge);
  const wishes = (await Promise.all([merge.from, merge.to].map((half) => ports.privacy.wishesOf(half)))).flat();
  const told = { key: 'self-parted-told', urgency: 'prompt', wording: 'self.parted-told', params: {} } as const;
  await sayBecauseOf(ports, inbound, [
    {
      to: { person: by.id },
      key: 'self-parted',
      urgency: 'prompt',
      wording: 'self.parted',
      params: { of: merge.to, name: merge.name },
    },
    { to: { person: merge.from }, ...told },
    ...((await ports.chats.privateChats(merge.to)).length > 0 ? [{ to: { person: merge.to }, ...told }] : []),
    ...wishes.flatMap((wish) => stillWished(wish, now)),
  ]);
  return heard('账号拆开了');
};
