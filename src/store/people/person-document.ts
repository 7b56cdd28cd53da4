import type { Person, Role } from '../../domain/community/community';
import { PersonDocument } from '../documents';
import type { Scope } from '../scope';

const plain: readonly Role[] = ['resident', 'rider', 'volunteer'];

/** The community's snapshot holds those who have a role beyond these. */
export const isOfficer = (roles: readonly { readonly role: Role }[]): boolean =>
  roles.some(({ role }) => !plain.includes(role));

/** Roles of the pack are replaced when it is loaded again; those that people were given since are kept. */
export const personDocument = (person: Person, scope: Scope, { from }: { from: 'pack' | 'words' }): PersonDocument => ({
  _id: scope.key(person.id),
  communityId: scope.communityId,
  id: person.id,
  name: person.name,
  packRoles: from === 'pack' ? [...person.roles] : [],
  grantedRoles: from === 'words' ? [...person.roles] : [],
  officer: isOfficer(person.roles),
  building: person.building,
  language: person.language,
  guest: person.guest,
  speaks: null,
  searches: false,
  searchesNot: false,
  station: null,
  shiftUntil: null,
  honourName: null,
  ban: null,
  mergedInto: null,
  erasedAt: null,
});

export const personOf = (document: unknown): Person => {
  const { id, name, packRoles, grantedRoles, building, language, guest, ban, speaks } = PersonDocument.parse(document);
  const given = packRoles.map(({ role, area }) => `${role} ${area}`);
  const roles = [...packRoles, ...grantedRoles.filter(({ role, area }) => !given.includes(`${role} ${area}`))];
  return {
    id,
    name,
    roles,
    building,
    language,
    guest,
    ...(speaks === null ? {} : { speaks }),
    ...(ban === null ? {} : { banned: true as const }),
  };
};
