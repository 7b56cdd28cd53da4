import { communityArea } from '../../../domain/community/area-tree';
import type { Person } from '../../../domain/community/community';
import type { Inbound, InboundAnswer } from '../../inbound';
import type { InviteCode } from '../../ports';
import type { EnginePorts } from '../../ports-of-engine';
import { answerPerson, heard } from '../answer-person';
import { joinSelves } from './join-selves';

/** Codes live for ten minutes. */
const codeMinutes = 10;

/** A code that makes the account which types it this person's. */
export const selfCode = async (ports: EnginePorts, person: Person) => {
  const until = new Date(ports.clock.now().getTime() + codeMinutes * 60_000).toISOString();
  const area = communityArea(await ports.communities.current())?.id ?? '';
  const { code } = await ports.invites.make({ role: 'self', area, purpose: null, person: person.id, until });
  return { code, until };
};

/** `换号` on an account that is known: a code for the new one. */
export const sayOwnCode = async (ports: EnginePorts, inbound: Inbound, person: Person): Promise<InboundAnswer> => {
  await answerPerson(ports, inbound, { wording: 'self.code', params: await selfCode(ports, person) });
  return heard('换号：给了一个码');
};

/** `绑定 CODE` on the new account: who has the code has the old account. */
export const bindSelf = async (
  ports: EnginePorts,
  inbound: Inbound,
  { person: to }: InviteCode,
  from: Person,
): Promise<InboundAnswer> => {
  const known = to ? await ports.people.byId(to) : null;
  const joined = known && (await joinSelves(ports, inbound, { id: inbound.key, from, to: known, by: null }));
  if (joined) return heard('换号：新号接好了');
  await answerPerson(ports, inbound, { wording: 'self.cannot', params: {} }, { key: 'self.joined' });
  return heard('换号：这个号不能接');
};
