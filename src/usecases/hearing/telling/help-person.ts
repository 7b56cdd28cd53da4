import { communityArea } from '../../../domain/community/area-tree';
import type { Person } from '../../../domain/community/community';
import type { Say } from '../../../domain/decision';
import { callStaff, heardFrom } from '../../../domain/notices/call-staff';
import { draftSays } from '../../deciding/commit-decision';
import { answerPerson, heard, sayBecauseOf, silence } from '../answer-person';
import type { Setting } from '../verbs/verb-meaning';
import type { Inbound, InboundAnswer, InboundMessage } from '../../inbound';
import { keepWords } from '../keep-parts';
import type { EnginePorts } from '../../ports-of-engine';

/** Talk that was not understood is answered at most once in this time, so that nobody is nagged. */
const helpEveryMinutes = 10;

/** Ten minutes of the program's clock, counted through. */
const slotOf = (now: string): number => Math.floor(Date.parse(now) / (helpEveryMinutes * 60_000));

export const sayHelp = async (ports: EnginePorts, inbound: Inbound, person: Person): Promise<InboundAnswer> => {
  await answerPerson(ports, inbound, { wording: 'help.list', params: { roles: person.roles.map(({ role }) => role) } });
  return heard('帮助');
};

export const sayNotUnderstood = async (ports: EnginePorts, inbound: Inbound): Promise<InboundAnswer> => {
  const slot = slotOf(ports.clock.now().toISOString());
  if (!(await ports.chats.once(inbound.chat.id, `not-understood:${inbound.sender.person}:${slot}`)))
    return silence('没听懂，刚说过怎么用了');
  await answerPerson(ports, inbound, { wording: 'help.not-understood', params: {} });
  return heard('没听懂，告诉他怎么用');
};

/** One greeting for a group that is not bound; then silence. Format is never taught in public. */
export const greetUnbound = async (ports: EnginePorts, inbound: Inbound): Promise<InboundAnswer> => {
  if (!(await ports.chats.once(inbound.chat.id, 'greeting'))) return silence('这个群还没有绑定');
  await sayBecauseOf(ports, inbound, [
    { to: { chat: inbound.chat.id }, key: 'greeting', urgency: 'prompt', wording: 'hello.group-unbound', params: {} },
  ]);
  return heard('这个群还没有绑定，打一次招呼');
};

/** Tells staff, each at most once in ten minutes of this person; false when all of them know already. */
const tellStaff = async (ports: EnginePorts, person: Person, says: readonly Say[]): Promise<boolean> => {
  const drafts = await draftSays(says, { ref: null, version: 0, scope: `person:${person.id}` }, ports);
  const fresh = await ports.outbox.add(drafts);
  await ports.wakeUps.drain(fresh);
  return fresh.length > 0 || drafts.length === 0;
};

/** `人工`: those on duty are told that this person asks for them. */
export const callPerson = async (
  ports: EnginePorts,
  inbound: InboundMessage,
  text: string,
  { person, community }: Setting,
): Promise<InboundAnswer> => {
  const now = ports.clock.now().toISOString();
  const areaName = communityArea(community)?.name ?? community.name;
  const words = keepWords(ports, text, `talk-${person.id}`, person.id, now);
  if (words) await ports.words.keep(words);
  const key = `person-told.${slotOf(now)}`;
  const says = callStaff({ community, person, words: words ? [words.id] : [], now, key });
  const news = await tellStaff(ports, person, says);
  const spoken = news
    ? ({ wording: 'help.person', params: { areaName, from: heardFrom(says) } } as const)
    : ({ wording: 'help.person-again', params: { areaName } } as const);
  // One answer to one message, also when it comes again and staff know by then.
  await answerPerson(ports, inbound, spoken, { key: 'help.person' });
  return heard(news ? '人工：告诉了值班的人' : '人工：刚转告过值班的人');
};
