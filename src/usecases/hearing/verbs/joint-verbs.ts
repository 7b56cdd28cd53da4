import { actingFor } from '../../../domain/community/absence';
import type { Community } from '../../../domain/community/community';
import { deskAtHead, deskOfPerson, peopleAtDesk } from '../../../domain/community/desk';
import type { AreaId, PersonId } from '../../../domain/ids';
import { partsOf } from '../../../domain/ticket/joining/open-parts';
import type { Ticket } from '../../../domain/ticket/ticket';
import { keepWords } from '../keep-parts';
import { namedEnd } from '../read-until';
import { runTicketCommand } from '../run-ticket-command';
import type { EnginePorts } from '../../ports-of-engine';
import type { Asked, VerbMeaning } from './verb-meaning';

/** Who is asked, and what is said behind the name. */
interface Named {
  readonly desk: AreaId | null;
  /** Set where a person was named, and not a desk. */
  readonly person: PersonId | null;
  readonly to: readonly PersonId[];
  readonly behind: string;
}

const nobody: Named = { desk: null, person: null, to: [], behind: '' };

/** "请物业…", "给物业…", "物业…". */
const bare = (rest: string): string => rest.replace(/^(?:请|给|让|和|跟)\s*/u, '');

/** A name ends at a space, or at what is to be done. */
const nameEnd = /[\s,，:：]|做|去|来/u;

/** Everybody in the community who can be asked: those who work here, and those of the desks beside. */
const canHelp = (person: PersonId, { officers, desks }: Community): boolean =>
  officers.some(({ id }) => id === person) || desks.some(({ people }) => people.includes(person));

const personAtHead = async (ports: EnginePorts, text: string, community: Community): Promise<Named> => {
  const name = text.split(nameEnd)[0] ?? '';
  if (name === '') return nobody;
  const found = (await ports.people.byName(name)).filter(({ id }) => canHelp(id, community));
  const [person] = found;
  if (!person || found.length > 1) return nobody;
  // Whoever is away would not see it: it goes to who stands in.
  const { id } = actingFor(community, person, ports.clock.now().toISOString()) ?? person;
  return { desk: deskOfPerson(person, community), person: id, to: [id], behind: text.slice(name.length) };
};

/** The desk, or the person, whose name the words begin with. */
const namedAtHead = async (ports: EnginePorts, rest: string, ticket: Ticket, community: Community): Promise<Named> => {
  const text = bare(rest.trim());
  const desk = deskAtHead(text, community, ticket.place.area);
  if (!desk) return personAtHead(ports, text, community);
  const to = peopleAtDesk(desk.id, community, ports.clock.now().toISOString());
  return { desk: desk.id, person: null, to, behind: text.slice(desk.name.length) };
};

/** "做 查水管", "，查水管": what is to be done. */
const task = (behind: string): string => behind.replace(/^[\s,，:：]*(?:做[\s:：]*)?/u, '').trim();

/** `联 #12 物业 做 查水管`, with `周五前` for an end of its own. */
export const askPart: VerbMeaning = {
  handlers: true,
  answer: async ({ ports, inbound, typed, ticket, person, community }) => {
    const now = ports.clock.now().toISOString();
    const { behind, ...named } = await namedAtHead(ports, typed.rest, ticket, community);
    const what = [task(behind), typed.reason].filter((each) => each !== '').join('，');
    const words = keepWords(ports, what, ticket.id, person.id, now);
    return runTicketCommand(
      ports,
      inbound,
      ticket,
      {
        kind: 'ask-part',
        by: person,
        ...named,
        words: words?.id ?? null,
        until: what.includes('前') ? namedEnd(what, now, community) : null,
      },
      { words: words ? [words] : [], photos: [] },
    );
  },
};

/** `撤联 #12 物业 因为 …`; the reason may also stand simply behind the name. */
export const dropPart: VerbMeaning = {
  handlers: true,
  answer: async ({ ports, inbound, typed, ticket, person, community }) => {
    const { behind, desk, person: named } = await namedAtHead(ports, typed.rest, ticket, community);
    const why = typed.reason === '' ? task(behind) : typed.reason;
    const words = keepWords(ports, why, ticket.id, person.id, ports.clock.now().toISOString());
    return runTicketCommand(
      ports,
      inbound,
      ticket,
      { kind: 'drop-part', by: person, desk, person: named, words: words?.id ?? null },
      { words: words ? [words] : [], photos: [] },
    );
  },
};

/** The parts of the desk or person whose name stands before the reason: only those are to be done again. */
export const partsNamed = async ({ ports, typed, ticket, community }: Asked): Promise<readonly string[]> => {
  if (ticket.parts.length === 0) return [];
  const { desk, person } = await namedAtHead(ports, typed.rest, ticket, community);
  return partsOf(ticket, { desk, person }).map(({ id }) => id);
};
