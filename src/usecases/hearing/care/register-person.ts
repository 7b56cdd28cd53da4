import { CareFile } from '../../../domain/care/care-file';
import { coloursOf } from '../../../domain/care/care-policy';
import { registrars, seesAs } from '../../../domain/care/care-people';
import { openCareFile } from '../../../domain/care/open-care-file';
import { readRegistration, type Registration } from '../../../domain/care/read-registration';
import { localTime } from '../../../domain/calendar/local-time';
import { areaNamedIn, gridOf } from '../../../domain/community/area-tree';
import type { Person } from '../../../domain/community/community';
import { hasRole } from '../../../domain/community/may';
import { gridWorkersFor } from '../../../domain/community/responsible';
import type { AreaId, PersonId } from '../../../domain/ids';
import type { Spoken } from '../../../domain/wording/params';
import { commitDecision } from '../../deciding/commit-decision';
import type { InboundAnswer } from '../../inbound';
import { answerPerson, heard, heardBefore } from '../answer-person';
import { sayNotFound } from '../run-ticket-command';
import { idOf, kept, sealWords, type AskedOfCare } from './asked-of-care';
import { careFiles } from './care-files';
import { commitCare } from './run-care-command';

const read = ({ ports, typed, community }: AskedOfCare, named: boolean): Registration => {
  const { year } = localTime(ports.clock.now().toISOString(), community.calendar.timeZone);
  const text = [typed.rest, typed.reason].filter(Boolean).join('，');
  return readRegistration(text, { year, community, named });
};

const refuse = async ({ ports, inbound }: AskedOfCare, spoken: Spoken): Promise<InboundAnswer> => {
  await answerPerson(ports, inbound, spoken);
  return heard(`登记：没有记，因为 ${spoken.wording}`);
};

/** The one person of that name who is known here; null when there is none, or when two could be meant. */
const contactNamed = async ({ ports }: AskedOfCare, name: string): Promise<Person | null> => {
  const found = (await ports.people.byName(name)).filter(({ guest }) => !guest);
  return found.length === 1 ? (found[0] ?? null) : null;
};

/** Whoever enters somebody at the door sees to them; what the office enters goes to the worker of that building. */
const usualContact = ({ ports, person, community }: AskedOfCare, building: AreaId | null): PersonId => {
  if (!hasRole(person, ['staff', 'director'])) return person.id;
  return gridWorkersFor(community, building, ports.clock.now().toISOString())[0]?.id ?? person.id;
};

const seal = (asked: AskedOfCare, number: number, { name, born, home, family, looks }: Registration) => {
  const of = (text: string | null) => sealWords(asked, text, number);
  return { name: of(name), born: of(born), home: of(home), family: of(family), looks: of(looks) };
};

/** Who has a file already: the same name in the same building. */
const knownAs = async (
  { ports, community }: AskedOfCare,
  { name, building }: Registration,
): Promise<CareFile | null> => {
  const grid = gridOf(community, building)?.id ?? null;
  const files = (await careFiles(ports)).map(({ state }) => state).filter(({ area }) => area === grid);
  const words = await ports.words.byIds(files.flatMap(({ details }) => [details.name, details.home ?? details.name]));
  const textOf = (id: string | null): string => words.find((each) => each.id === id)?.text ?? '';
  const lives = (home: string | null): AreaId | null => areaNamedIn(community, textOf(home))?.id ?? null;
  return files.find(({ details }) => textOf(details.name) === name && lives(details.home) === building) ?? null;
};

const enter = async (asked: AskedOfCare, said: Registration, contact: PersonId): Promise<InboundAnswer> => {
  const { ports, inbound, person, community } = asked;
  const { colour } = said;
  const number = await ports.numbers.next();
  const words = seal(asked, number, said);
  const name = idOf(words.name);
  if (!colour || name === null) throw new Error('somebody is entered without a name or a colour');
  const id = `care-${number}`;
  const { file, ...decision } = openCareFile(
    {
      ...{ id, number, by: person, colour: colour.id, contact },
      area: gridOf(community, said.building)?.id ?? null,
      details: {
        ...{ name, born: idOf(words.born), home: idOf(words.home) },
        ...{ family: idOf(words.family), looks: idOf(words.looks) },
      },
    },
    { now: ports.clock.now().toISOString(), community },
  );
  const { name: sealedName, born, home, family, looks } = words;
  const outcome = await commitDecision(
    {
      ...{ cause: inbound.key, matter: { kind: 'care', id, number }, expectedVersion: 0, decision },
      ...{ state: file, words: kept(sealedName, born, home, family, looks), photos: [] },
    },
    community,
    ports,
  );
  if (outcome.kind === 'conflict') throw new Error(`file ${id}: its number was drawn twice`);
  return outcome.kind === 'repeated' ? heardBefore : heard(`登记：记成 #${number}`);
};

const missingIn = ({ name, colour, building }: Registration): readonly ('name' | 'colour' | 'home')[] => [
  ...(name === null ? (['name'] as const) : []),
  ...(colour === null ? (['colour'] as const) : []),
  ...(building === null ? (['home'] as const) : []),
];

/** `登记 …`: a new file. */
const registerNew = async (asked: AskedOfCare): Promise<InboundAnswer> => {
  const { ports, inbound, person, community } = asked;
  const said = read(asked, true);
  const missing = missingIn(said);
  if (missing.length > 0)
    return refuse(asked, { wording: 'care.how', params: { missing, colours: coloursOf(community) } });
  if (await ports.matters.handled(inbound.key)) return heardBefore;
  const contact = said.contact === null ? null : await contactNamed(asked, said.contact);
  if (said.contact !== null && !contact)
    return refuse(asked, { wording: 'care.contact-unknown', params: { name: said.contact } });
  const known = await knownAs(asked, said);
  if (known) {
    const number = seesAs(known, person, community) === null ? null : known.number;
    return refuse(asked, { wording: 'care.known-already', params: { number } });
  }
  return enter(asked, said, contact?.id ?? usualContact(asked, said.building));
};

/** `登记 #12 …`: what is new replaces what was; the rest stays. */
const amend = async (asked: AskedOfCare, number: number): Promise<InboundAnswer> => {
  const { ports, inbound, person, community } = asked;
  const stored = await ports.matters.byNumber(number);
  const file = stored?.ref.kind === 'care' ? CareFile.parse(stored.state) : null;
  if (!file || seesAs(file, person, community) === null) return sayNotFound(ports, inbound, person, number);
  const said = read(asked, false);
  const contact = said.contact === null ? null : await contactNamed(asked, said.contact);
  if (said.contact !== null && !contact)
    return refuse(asked, { wording: 'care.contact-unknown', params: { name: said.contact } });
  const words = seal(asked, number, said);
  const { details } = file;
  const done = await commitCare(
    ports,
    inbound,
    number,
    {
      ...{ kind: 'amend', by: person, contact: contact?.id ?? file.contact },
      area: said.building === null ? file.area : (gridOf(community, said.building)?.id ?? null),
      details: {
        ...{ name: details.name, born: idOf(words.born) ?? details.born, home: idOf(words.home) ?? details.home },
        ...{ family: idOf(words.family) ?? details.family, looks: idOf(words.looks) ?? details.looks },
      },
    },
    kept(words.born, words.home, words.family, words.looks),
  );
  return done ?? heard(`登记：改了 #${number}`);
};

export const registerPerson = async (asked: AskedOfCare): Promise<InboundAnswer> => {
  const { ports, inbound, person, number } = asked;
  if (number !== null) return amend(asked, number);
  if (hasRole(person, registrars)) return registerNew(asked);
  await answerPerson(ports, inbound, {
    wording: 'help.list',
    params: { roles: person.roles.map(({ role }) => role) },
  });
  return heard('登记：没有这个权限');
};
