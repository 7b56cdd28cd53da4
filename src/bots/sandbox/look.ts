import { areaById } from '../../domain/community/area-tree';
import type { Community, Person } from '../../domain/community/community';
import { onDuty } from '../../domain/community/on-duty';
import type { Chats, Communities, Clock, People } from '../../usecases/ports';
import type { SandboxChat, SandboxMessage, SandboxStore } from '../../usecases/sandbox-store';
import { botId, platformName } from './sandbox.inbound';
import { privateChatOf } from './seed-chats';

export interface LookNeeds {
  readonly store: Pick<SandboxStore, 'chats'>;
  readonly people: Pick<People, 'identify' | 'byIds'>;
  readonly chats: Pick<Chats, 'byId'>;
  readonly communities: Communities;
  readonly clock: Clock;
}

/** A message as the API and the page see it. */
export const seenMessage = (message: SandboxMessage) => {
  const { id, from, text, location, choices, replyTo, matter, editedAt, deletedAt, at, album } = message;
  const url = (name: string): string => `/sandbox/api/files/${encodeURIComponent(name)}`;
  return {
    id,
    from,
    text,
    photos: message.photos.map(url),
    voice: message.voice === null ? null : url(message.voice),
    location,
    choices,
    replyTo,
    album,
    matter,
    editedAt,
    deletedAt,
    at,
    ...(from !== botId && { silent: message.silent, why: message.why, handled: message.handled }),
  };
};

/** The ids of people as the sandbox knows them, by Linli's own ids, and back. */
export const peopleOfSandbox = async ({ store, people }: Pick<LookNeeds, 'store' | 'people'>) => {
  const chats = await store.chats();
  const members = new Map(chats.flatMap((chat) => chat.members).map((member) => [member.id, member]));
  const known = await Promise.all(
    [...members.values()].map(async ({ id, name }) => ({
      id,
      person: (await people.identify({ platform: platformName, nativeId: id, name })).person,
    })),
  );
  const persons = new Map((await people.byIds(known.map(({ person }) => person))).map((each) => [each.id, each]));
  return {
    chats,
    person: (member: string): Person | null => persons.get(known.find(({ id }) => id === member)?.person ?? '') ?? null,
    /** A person without an account here keeps Linli's own id. */
    memberId: (person: string): string => known.find((each) => each.person === person)?.id ?? person,
  };
};

const seenMember =
  (community: Community, duty: ReadonlySet<string>) =>
  ({ id, name }: SandboxChat['members'][number], person: Person | null) => ({
    id,
    name,
    roles: [...new Set((person?.roles ?? []).map(({ role }) => role))],
    building: areaById(community, person?.building ?? null)?.name ?? null,
    onDuty: person !== null && duty.has(person.id),
    privateChat: privateChatOf(id),
  });

/** Groups first, then private chats. */
export const seenChats = async (needs: LookNeeds) => {
  const [{ chats, person }, community] = await Promise.all([peopleOfSandbox(needs), needs.communities.current()]);
  const duty = new Set(onDuty(community, null, needs.clock.now().toISOString()).map(({ id }) => id));
  const member = seenMember(community, duty);
  return [...chats.filter(({ kind }) => kind === 'group'), ...chats.filter(({ kind }) => kind === 'private')].map(
    ({ id, title, kind, purpose, area, members, botRemoved }) => ({
      id,
      title,
      kind,
      purpose,
      area,
      botRemoved,
      members: members.map((each) => member(each, person(each.id))),
    }),
  );
};
