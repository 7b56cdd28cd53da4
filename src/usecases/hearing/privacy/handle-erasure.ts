import { addMinutes } from '../../../domain/calendar/local-time';
import { hasRole } from '../../../domain/community/may';
import { askedHours, graceDays } from '../../../domain/community/retention';
import { workRoles } from '../../../domain/ticket/working/handler-roles';
import type { Person } from '../../../domain/community/community';
import type { InboundAnswer, InboundMessage } from '../../inbound';
import type { EnginePorts } from '../../ports-of-engine';
import { answered, answerPerson, notDone } from '../answer-person';
import { reportedTickets } from '../find-ticket';
import type { Setting } from '../verbs/verb-meaning';

export type ErasureVerb = 'forget-me' | 'erase-me' | 'keep-me';

/** What would be lost, before anything is. */
const sayWhatIsLost = async (ports: EnginePorts, inbound: InboundMessage, person: Person): Promise<InboundAnswer> => {
  const [open, points] = await Promise.all([
    reportedTickets(ports, person),
    ports.ledger.balance(`person:${person.id}`),
  ]);
  const known = await ports.privacy.erasureOf(person.id);
  if (known?.dueAt == null)
    await ports.privacy.setErasure(person.id, { askedAt: ports.clock.now().toISOString(), dueAt: null });
  await answerPerson(ports, inbound, {
    wording: 'privacy.forget-asked',
    params: { open: open.map(({ number }) => number), points, due: known?.dueAt ?? null },
  });
  return answered('忘记我：说清楚会没有什么');
};

const confirm = async (ports: EnginePorts, inbound: InboundMessage, person: Person): Promise<InboundAnswer> => {
  const now = ports.clock.now().toISOString();
  const known = await ports.privacy.erasureOf(person.id);
  const asked = known !== null && addMinutes(known.askedAt, askedHours * 60) >= now;
  if (known?.dueAt == null && !asked) {
    await answerPerson(ports, inbound, { wording: 'privacy.not-asked', params: {} });
    return notDone('late', '确认删除：没有问过，什么都没删');
  }
  // Said twice, it is done when it was first said to be.
  const due = known.dueAt ?? addMinutes(now, graceDays * 24 * 60);
  await ports.privacy.setErasure(person.id, { askedAt: known.askedAt, dueAt: due });
  await answerPerson(ports, inbound, { wording: 'privacy.erasure-set', params: { due } });
  return answered('确认删除：七天后删');
};

const takeBack = async (ports: EnginePorts, inbound: InboundMessage, person: Person): Promise<InboundAnswer> => {
  const was =
    (await ports.privacy.erasureOf(person.id)) !== null || (await ports.privacy.wishesOf(person.id)).length > 0;
  await ports.privacy.setErasure(person.id, null);
  await answerPerson(ports, inbound, { wording: 'privacy.erasure-off', params: { was } });
  return answered(was ? '不删了' : '没有要删');
};

/** `忘记我`, `确认删除`, `不删了`. Whoever works here answers for what they did by name. */
export const handleErasure = async (
  ports: EnginePorts,
  inbound: InboundMessage,
  verb: ErasureVerb,
  { person, community }: Setting,
): Promise<InboundAnswer> => {
  if (verb === 'keep-me') return takeBack(ports, inbound, person);
  if (hasRole(person, workRoles) || community.desks.some(({ people }) => people.includes(person.id))) {
    await answerPerson(ports, inbound, { wording: 'privacy.works-here', params: {} });
    return notDone('not-theirs', '忘记我：有职务，不能删');
  }
  return verb === 'forget-me' ? sayWhatIsLost(ports, inbound, person) : confirm(ports, inbound, person);
};
