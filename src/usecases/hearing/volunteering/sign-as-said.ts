import { readNamedOthers } from '../../../domain/understanding/activity/read-named-others';
import type { Person } from '../../../domain/community/community';
import type { Activity } from '../../../domain/volunteering/activity';
import type { ActivityCommand } from '../../../domain/volunteering/activity-command';
import type { InboundAnswer, InboundMessage } from '../../inbound';
import type { WordsDocument } from '../../ports';
import type { EnginePorts } from '../../ports-of-engine';
import { answerPerson, heard } from '../answer-person';
import { keepWords } from '../keep-parts';
import { plainName } from './names-on-list';
import { roleNamed } from './role-named';
import { runActivityCommand } from './run-activity-command';

interface SaidOfSigning {
  readonly by: Person;
  /** Null: no number is named. */
  readonly people: number | null;
  /** Names and sorts of work may stand in them. */
  readonly words: string;
}

interface Others {
  /** Who speaks is among the names. */
  readonly self: boolean;
  readonly members: readonly Person[];
  readonly guests: readonly WordsDocument[];
  /** A name that more than one go by. */
  readonly unclear: { readonly name: string; readonly found: number } | null;
}

const othersIn = async (
  ports: EnginePorts,
  activity: Activity,
  { by, words }: SaidOfSigning,
): Promise<Others | null> => {
  const { names, forOthers } = readNamedOthers(words);
  const found = await Promise.all(names.map(async (name) => ({ name, people: await ports.people.byName(name) })));
  const others = found.filter(({ name }) => plainName(name) !== plainName(by.name));
  const unclear = others.find(({ people }) => people.length > 1);
  const members = others.flatMap(({ people: [one, another] }) => (one && !another ? [one] : []));
  const at = ports.clock.now().toISOString();
  const unknown = forOthers ? others.filter(({ people }) => people.length === 0) : [];
  const guests = unknown.flatMap(({ name }) => keepWords(ports, name, activity.id, by.id, at) ?? []);
  if (members.length === 0 && guests.length === 0 && !unclear) return null;
  const self = others.length < found.length || /^我[和跟与、]/u.test(words.trim());
  return { self, members, guests, unclear: unclear ? { name: unclear.name, found: unclear.people.length } : null };
};

/** Words that sign somebody up: who speaks; whom else they name is asked, or comes with them when it is no member. */
export const signAsSaid = async (
  ports: EnginePorts,
  inbound: InboundMessage,
  activity: Activity,
  said: SaidOfSigning,
): Promise<InboundAnswer> => {
  const { by, people, words } = said;
  const open = inbound.chat.kind === 'group';
  const others = await othersIn(ports, activity, said);
  if (others?.unclear) {
    await answerPerson(ports, inbound, { wording: 'service.no-such-person', params: others.unclear });
    return heard(`#${activity.number}：没有说清是谁`);
  }
  if (!others) {
    const role = roleNamed(activity, words);
    return runActivityCommand(ports, inbound, activity.id, {
      ...{ kind: 'sign', by, claim: ports.newId(), people, role, open },
    });
  }
  const command: ActivityCommand = {
    ...{ kind: 'list', by, typed: { open } },
    own: others.self ? { claim: ports.newId(), people: 1 } : null,
    guests: others.guests.map(({ id: name }) => ({ claim: ports.newId(), name, people: people ?? 1 })),
    members: others.members.map(({ id }) => id),
  };
  return runActivityCommand(ports, inbound, activity.id, command, { words: others.guests, photos: [] });
};
