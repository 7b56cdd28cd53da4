import type { Person } from '../../../domain/community/community';
import { hasRole } from '../../../domain/community/may';
import { workRoles } from '../../../domain/ticket/working/handler-roles';
import { Ticket } from '../../../domain/ticket/ticket';
import type { Say } from '../../../domain/decision';
import type { Spoken } from '../../../domain/wording/params';
import type { SelfCommand } from '../../../domain/understanding/command/read-self';
import type { InboundAnswer, InboundMessage } from '../../inbound';
import type { EnginePorts } from '../../ports-of-engine';
import { answerPerson, heard, sayBecauseOf } from '../answer-person';
import { keepWords } from '../keep-parts';

type BanCommand = Extract<SelfCommand, { readonly verb: 'ban' | 'lift' }>;

/** By name, or as whoever reported a matter; of several nobody, so that nobody is hit by mistake. */
const meantBy = async (ports: EnginePorts, { name, number }: BanCommand): Promise<readonly Person[]> => {
  if (number === null) return (await ports.people.byName(name)).filter(({ id }) => id !== '');
  const stored = await ports.matters.byNumber<unknown>(number);
  const reporter = stored?.ref.kind === 'ticket' ? Ticket.parse(stored.state).reporters[0]?.person : undefined;
  return reporter === undefined ? [] : ports.people.byIds([reporter]);
};

const refuse = async (
  ports: EnginePorts,
  inbound: InboundMessage,
  spoken: Spoken,
  why: string,
): Promise<InboundAnswer> => {
  await answerPerson(ports, inbound, spoken);
  return heard(why);
};

const apply = async (
  ports: EnginePorts,
  inbound: InboundMessage,
  command: BanCommand,
  { by, person }: { readonly by: Person; readonly person: Person },
): Promise<InboundAnswer> => {
  const at = ports.clock.now().toISOString();
  const bans = command.verb === 'ban';
  const words = bans ? keepWords(ports, command.reason, `ban-${person.id}`, by.id, at) : null;
  if (words) await ports.words.keep(words);
  await ports.bans.set(person.id, bans ? { by: by.id, at, why: words?.id ?? null } : null);
  const reachable = (await ports.chats.privateChats(person.id)).length > 0;
  const told: Say = {
    to: { person: person.id },
    key: `ban.${command.verb}`,
    urgency: 'prompt',
    ...(bans ? ({ wording: 'ban.told', params: {} } as const) : ({ wording: 'ban.lifted-told', params: {} } as const)),
  };
  await sayBecauseOf(ports, inbound, [
    {
      to: { person: by.id },
      key: `ban-done.${command.verb}`,
      urgency: 'prompt',
      wording: 'ban.done',
      params: { person: person.id, banned: bans },
    },
    ...(reachable ? [told] : []),
  ]);
  return heard(bans ? '拉黑了' : '解除了拉黑');
};

/** `拉黑 张三 因为 …`, `拉黑 #102 因为 …`, `解除拉黑 张三`: staff alone, never a colleague, and always with why. */
export const banPerson = async (
  ports: EnginePorts,
  inbound: InboundMessage,
  command: BanCommand,
  by: Person,
): Promise<InboundAnswer | null> => {
  if (!hasRole(by, ['staff', 'director'])) return null;
  const found = await meantBy(ports, command);
  const [person] = found;
  if (!person || found.length > 1)
    return refuse(ports, inbound, { wording: 'ban.which', params: { count: found.length } }, '没认准是谁');
  if (command.verb === 'ban' && (person.id === by.id || hasRole(person, workRoles)))
    return refuse(ports, inbound, { wording: 'ban.colleague', params: { person: person.id } }, '办事的人不能拉黑');
  if (command.verb === 'ban' && command.reason === '')
    return refuse(ports, inbound, { wording: 'ban.needs-reason', params: {} }, '拉黑要说原因');
  return apply(ports, inbound, command, { by, person });
};
