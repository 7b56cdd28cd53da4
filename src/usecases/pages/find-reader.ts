import type { Community, Person, Role } from '../../domain/community/community';
import { hasRole } from '../../domain/community/may';
import { workRoles } from '../../domain/ticket/working/handler-roles';
import type { Communities, People } from '../ports';
import type { Sessions } from '../ports-of-pages';

export interface ReaderPorts {
  readonly sessions: Sessions;
  readonly people: Pick<People, 'byId'>;
  readonly communities: Communities;
}

/** Somebody signed in, with the roles that they hold now: what is taken from them counts at once. */
export interface Reader {
  readonly person: Person;
  readonly session: string;
}

/** Who a person is, with the office that the community's snapshot gives them. */
export const personNow = async (ports: Omit<ReaderPorts, 'sessions'>, id: string): Promise<Person | null> => {
  const { officers } = await ports.communities.current();
  return officers.find((officer) => officer.id === id) ?? ports.people.byId(id);
};

/** Whose browser this is; null: nobody signed in, or it was too long ago. */
export const findReader = async (ports: ReaderPorts, token: string, written: string | null): Promise<Reader | null> => {
  const session = await ports.sessions.find(token, written);
  const person = session && (await personNow(ports, session.person));
  return person ? { person, session: session.id } : null;
};

/** With an office here, or at a desk beside the areas'. */
export const worksHere = (person: Person, { desks }: Pick<Community, 'desks'>): boolean =>
  hasRole(person, workRoles) || desks.some(({ people }) => people.includes(person.id));

/** Whether somebody may open what is for these people. */
export const mayOpen = (
  who: 'person' | 'worker' | readonly Role[],
  person: Person,
  community: Pick<Community, 'desks'>,
): boolean => who === 'person' || (who === 'worker' ? worksHere(person, community) : hasRole(person, who));
