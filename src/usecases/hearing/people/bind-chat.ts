import { areaById, communityArea } from '../../../domain/community/area-tree';
import {
  chatPurposes,
  roles,
  type ChatPurpose,
  type Community,
  type Person,
  type Role,
} from '../../../domain/community/community';
import { hasRole } from '../../../domain/community/may';
import type { Moment } from '../../../domain/ids';
import { answerPerson, heard, sayBecauseOf } from '../answer-person';
import { bindSelf } from './change-account';
import type { Inbound, InboundAnswer } from '../../inbound';
import type { InviteCode, OutboxRow } from '../../ports';
import type { EnginePorts } from '../../ports-of-engine';

/** Codes live for ten minutes. */
export const inviteMinutes = 10;

const roleWords: Readonly<Record<string, Role>> = {
  网格员: 'grid-worker',
  网格长: 'grid-leader',
  楼栋长: 'captain',
  社区: 'staff',
  干部: 'staff',
  主任: 'director',
  骑手: 'rider',
  志愿者: 'volunteer',
  居民: 'resident',
};

const groupWords: Readonly<Record<string, ChatPurpose>> = {
  居民群: 'residents',
  骑手群: 'riders',
  志愿者群: 'volunteers',
  工作群: 'staff',
};

export const expiryFrom = (now: Date): Moment => new Date(now.getTime() + inviteMinutes * 60_000).toISOString();

type Meant = Omit<InviteCode, 'code' | 'role'> & { readonly role: Role | 'group' };

const inviteMeant = (rest: string, community: Community, until: Moment): Meant | null => {
  const area =
    community.areas.find((one) =>
      [one.id, one.name, ...one.aliases].some((name) => name !== '' && rest.includes(name)),
    ) ?? communityArea(community);
  if (!area) return null;
  const group =
    Object.entries(groupWords).find(([word]) => rest.includes(word))?.[1] ??
    chatPurposes.find((one) => rest.includes(one));
  if (group) return { role: 'group', purpose: group, area: area.id, until };
  const role =
    Object.entries(roleWords).find(([word]) => rest.includes(word))?.[1] ?? roles.find((one) => rest.includes(one));
  return role ? { role, purpose: null, area: area.id, until } : null;
};

/** `邀请 骑手群 …`, `邀请 网格员 …`: a director's code, said in private. */
export const invite = async (
  ports: EnginePorts,
  inbound: Inbound,
  rest: string,
  { person, community }: { readonly person: Person; readonly community: Community },
): Promise<InboundAnswer> => {
  if (!hasRole(person, ['staff', 'director'])) {
    await answerPerson(ports, inbound, {
      wording: 'refused.not-your-word',
      params: { word: '邀请', whose: 'staff' },
    });
    return heard('邀请：没有这个权限');
  }
  const meant = inviteMeant(rest, community, expiryFrom(ports.clock.now()));
  if (!meant) {
    await answerPerson(ports, inbound, { wording: 'hello.invite-how', params: {} });
    return heard('邀请：没有写明邀请谁');
  }
  const { role } = meant;
  if (role === 'director' && !hasRole(person, 'director')) {
    await answerPerson(ports, inbound, { wording: 'hello.invite-director', params: {} });
    return heard('邀请：主任由主任来请');
  }
  const { code, area, until } = await ports.invites.make(meant);
  await answerPerson(ports, inbound, { wording: 'hello.invite-code', params: { code, role, area, until } });
  return heard('发了一个邀请码');
};

/** One answer to one message: handed in again, the code is used, and it is not said to be wrong. */
const answerKey = 'hello.bind';

const sayCodeWrong = async (ports: EnginePorts, inbound: Inbound): Promise<InboundAnswer> => {
  await answerPerson(ports, inbound, { wording: 'hello.code-wrong', params: {} }, { key: answerKey });
  return heard('绑定码不对，或已过期');
};

/** `绑定 CODE` in a group asks the person in private; in a private chat it gives the role at once. */
export const bind = async (
  ports: EnginePorts,
  inbound: Inbound,
  code: string,
  person: Person,
): Promise<InboundAnswer> => {
  const now = ports.clock.now().toISOString();
  const found = await ports.invites.look(code, now, inbound.key);
  const isGroup = inbound.chat.kind === 'group';
  if (!found || isGroup !== (found.role === 'group')) return sayCodeWrong(ports, inbound);
  if (found.role === 'group') {
    await answerPerson(
      ports,
      inbound,
      {
        wording: 'hello.bind-ask',
        params: {
          chat: inbound.chat.id,
          title: inbound.chat.title,
          code,
          purpose: found.purpose ?? 'residents',
          area: found.area,
        },
      },
      { question: true, choices: ['yes', 'no'] },
    );
    return heard('绑定：私下问本人是不是要绑');
  }
  const taken = await ports.invites.take(code, now, inbound.key);
  // Somebody else was first.
  if (!taken || taken.role === 'group') return sayCodeWrong(ports, inbound);
  if (taken.role === 'self') return bindSelf(ports, inbound, taken, person);
  await ports.people.grant(person.id, inbound.sender.name, taken.role, taken.area);
  const { areas } = await ports.communities.current();
  const home = areas.find(({ id }) => id === taken.area);
  // A household's code says where they live, too.
  if (home && (home.kind === 'building' || home.kind === 'unit')) await ports.people.livesIn(person.id, home.id);
  const params = { role: taken.role, area: taken.area };
  await answerPerson(ports, inbound, { wording: 'hello.role-bound', params }, { key: answerKey });
  return heard('身份绑好了');
};

/** The answer to "is this the group you want to bind?". */
export const bindChosen = async (
  ports: EnginePorts,
  inbound: Inbound,
  row: OutboxRow,
  choice: 'yes' | 'no',
  person: Person,
): Promise<InboundAnswer> => {
  const { say } = row;
  if (say.card !== undefined || say.wording !== 'hello.bind-ask' || choice === 'no') return heard('不绑');
  const taken = await ports.invites.take(say.params.code, ports.clock.now().toISOString(), inbound.key);
  const community = await ports.communities.current();
  if (taken?.role !== 'group' || !areaById(community, taken.area)) {
    return sayCodeWrong(ports, inbound);
  }
  const purpose = taken.purpose ?? 'residents';
  await ports.chats.bind(say.params.chat, { purpose, area: taken.area });
  const spoken = { wording: 'hello.group-bound', params: { purpose, area: taken.area } } as const;
  await sayBecauseOf(ports, inbound, [
    { to: { chat: say.params.chat }, key: 'group-bound', urgency: 'prompt', ...spoken },
    { to: { person: person.id }, key: answerKey, urgency: 'prompt', ...spoken },
  ]);
  return heard('群绑好了');
};
