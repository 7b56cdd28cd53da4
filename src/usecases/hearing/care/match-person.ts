import { CareFile } from '../../../domain/care/care-file';
import { matchPeople, type Profile } from '../../../domain/care/match-people';
import { localTime } from '../../../domain/calendar/local-time';
import { foldCareFile } from '../../../domain/care/fold-care-file';
import type { CareEvent, LookKind } from '../../../domain/care/care-event';
import type { Person } from '../../../domain/community/community';
import type { AlsoDecision } from '../../../domain/decision';
import type { MatterId } from '../../../domain/ids';
import type { Candidate } from '../../../domain/ticket/identifying/candidate';
import type { Ticket } from '../../../domain/ticket/ticket';
import type { EnginePorts } from '../../ports-of-engine';
import { careFiles } from './care-files';

/** The files opened, to be compared; what cannot be opened compares with nothing. */
const profilesOf = async (ports: EnginePorts, files: readonly CareFile[]): Promise<readonly Profile[]> => {
  const ids = files.flatMap(({ details: { born, home, looks } }) => [born, home, looks]).filter((id) => id !== null);
  const words = new Map((await ports.words.byIds(ids)).map(({ id, text }) => [id, text]));
  const textOf = (id: string | null): string => (id === null ? '' : (words.get(id) ?? ''));
  return files.map(({ number, details: { born, home, looks } }) => ({
    ...{ number, born: textOf(born), home: textOf(home), looks: textOf(looks) },
  }));
};

/** Who of the ledger it may be, by what was said of whoever was found; `more`: what was said just now. */
export const matchPerson = async (
  ports: EnginePorts,
  { words, place }: Ticket,
  more: string,
): Promise<readonly Candidate[]> => {
  const community = await ports.communities.current();
  const files = (await careFiles(ports)).map(({ state }) => state);
  if (files.length === 0) return [];
  const said = await ports.words.byIds(words);
  const { year } = localTime(ports.clock.now().toISOString(), community.calendar.timeZone);
  const description = [more, ...said.map(({ text }) => text)].join('，');
  const matches = matchPeople({ description, area: place.area, year }, await profilesOf(ports, files), community);
  return matches.flatMap(({ number, why }) => {
    const file = files.find((each) => each.number === number);
    return file ? [{ file, why }] : [];
  });
};

/** The look stands in each file in the same transaction that shows it. */
export const loggedIn = async (
  ports: EnginePorts,
  ids: readonly MatterId[],
  { by, what, ticket }: { readonly by: Person; readonly what: LookKind; readonly ticket: Ticket },
): Promise<readonly AlsoDecision[]> => {
  const at = ports.clock.now().toISOString();
  const event: CareEvent = {
    ...{ kind: 'looked', at, by: by.id, what, as: 'duty', words: null },
    ticket: { id: ticket.id, number: ticket.number },
  };
  const stored = await ports.matters.loadMany(ids);
  return stored.map(({ ref, version, state }) => ({
    ...{ matter: ref, expectedVersion: version, events: [event], says: [] },
    state: foldCareFile(CareFile.parse(state), [event]),
  }));
};
