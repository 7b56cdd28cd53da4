import type { AreaKind, Community, Person, Role } from '../../domain/community/community';
import { hasRole } from '../../domain/community/may';
import type { Lexicon } from '../../domain/understanding/lexicon';
import type { Inbound, InboundChat } from '../inbound';
import type { EnginePorts } from '../ports-of-engine';

/** Who spoke, stored from now on. Officers come with their roles from the community's snapshot. */
export const speakerOf = async (ports: EnginePorts, inbound: Inbound, community: Community): Promise<Person> => {
  const person = await ports.people.meet(inbound.sender);
  return community.officers.find((officer) => officer.id === person.id) ?? person;
};

/** The role in which somebody speaks here: in the riders' group as a rider, otherwise the one they hold. */
export const roleIn = (chat: InboundChat, person: Person): Role => {
  if (chat.purpose === 'riders') return 'rider';
  const order: readonly Role[] = ['rider', 'grid-worker', 'grid-leader', 'staff', 'director', 'captain', 'volunteer'];
  return order.find((role) => hasRole(person, role)) ?? 'resident';
};

const lexicons = new WeakMap<Community, Lexicon>();

/** The community's own words, made once for each of its snapshots. */
export const lexiconOf = (community: Community): Lexicon => {
  const known = lexicons.get(community);
  if (known) return known;
  const named = (...kinds: readonly AreaKind[]) =>
    community.areas
      .filter((area) => kinds.includes(area.kind))
      .map(({ name, aliases }) => ({ name, nicknames: aliases }));
  const lexicon: Lexicon = {
    categories: community.categories.map(({ id, words }) => ({ id, words })),
    buildings: named('building'),
    places: named('place', 'grid'),
    dialect: community.dialect,
  };
  lexicons.set(community, lexicon);
  return lexicon;
};
