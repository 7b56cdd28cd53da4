import type { mongo } from 'mongoose';
import { roles, type Person } from '../../domain/community/community';
import type { MenuChat, Menus } from '../../usecases/ports-of-menus';
import { ChatDocument, type PersonDocument } from '../documents';
import type { Tables } from '../models';
import { personOf } from './person-document';
import type { Scope } from '../scope';

const neverUsed = new Date(0);
const beyondResidents = roles.filter((role) => role !== 'resident');

const menuChat = (document: unknown, people: ReadonlyMap<string, Person>): MenuChat => {
  const { id, nativeId, purpose, person, menu, leftMenu } = ChatDocument.parse(document);
  if (leftMenu) return { chat: id, nativeId: leftMenu.nativeId, purpose: null, person: null, shown: menu, left: true };
  const known = person === null ? null : (people.get(person) ?? null);
  return { chat: id, nativeId, purpose, person: known, shown: menu, left: false };
};

export const createMenus = (tables: Pick<Tables, 'chats' | 'people'>, { communityId, key }: Scope): Menus => {
  const peopleOf = async (filter: mongo.Filter<PersonDocument>): Promise<ReadonlyMap<string, Person>> => {
    const found = await tables.people.raw.find({ communityId, ...filter }).toArray();
    return new Map(found.map(personOf).map((person) => [person.id, person]));
  };
  const withPeople = async (documents: readonly ChatDocument[]): Promise<readonly MenuChat[]> => {
    const ids = documents.flatMap(({ person }) => (person === null ? [] : [key(person)]));
    const people = await peopleOf({ _id: { $in: ids } });
    return documents.map((document) => menuChat(document, people));
  };

  return {
    special: async (platform, besides) => {
      const people = await peopleOf({
        $or: [
          { 'packRoles.role': { $in: beyondResidents } },
          { 'grantedRoles.role': { $in: beyondResidents } },
          { speaks: { $type: 'string' } },
          { language: 'en' },
          { ban: { $type: 'object' } },
          { _id: { $in: besides.map((id) => key(id)) } },
        ],
      });
      const used = { kind: 'private' as const, person: { $in: [...people.keys()] }, lastUsedAt: { $gt: neverUsed } };
      const found = await tables.chats.raw
        .find({
          communityId,
          $or: [
            {
              ...{ platform, state: 'active' },
              $or: [used, { kind: 'group', purpose: 'staff' }, { menu: { $type: 'string' } }],
            },
            { 'leftMenu.platform': platform },
          ],
        })
        .sort({ _id: 1 })
        .toArray();
      return withPeople(found);
    },
    byNativeIds: async (platform, nativeIds) =>
      withPeople(await tables.chats.raw.find({ communityId, platform, nativeIds: { $in: [...nativeIds] } }).toArray()),
    shows: async (chat, menu) => {
      await tables.chats.raw.updateOne({ _id: key(chat), communityId }, { $set: { menu, leftMenu: null } });
    },
  };
};
