import type { Pack } from '../../usecases/packs/pack';
import type { SandboxChat, SandboxMember, SandboxStore } from '../../usecases/sandbox-store';

export const privateChatOf = (member: string): string => `private-${member}`;

export const privateChat = (member: SandboxMember): SandboxChat => ({
  id: privateChatOf(member.id),
  title: member.name,
  kind: 'private',
  purpose: null,
  area: null,
  members: [member],
  botRemoved: false,
});

/** The pack's groups and people, and a private chat for everyone with a phone. What was done in the sandbox since stays as it is. */
export const seedChats = async (
  store: Pick<SandboxStore, 'chats' | 'saveChat' | 'join'>,
  { people: everybody, chats, offline }: Pack,
): Promise<{ readonly first: boolean }> => {
  const people = everybody.filter(({ id }) => !offline.includes(id));
  const known = new Map((await store.chats()).map((chat) => [chat.id, chat]));
  const newcomers = new Set(people.filter(({ id }) => !known.has(privateChatOf(id))).map(({ id }) => id));
  const membersOf = (ids: readonly string[]): readonly SandboxMember[] =>
    ids.flatMap((id) => people.filter((person) => person.id === id).map(({ name }) => ({ id, name })));

  for (const { id, title, purpose, area, members } of chats) {
    if (!known.has(id)) {
      const group = {
        id,
        title,
        kind: 'group' as const,
        purpose,
        area,
        members: membersOf(members),
        botRemoved: false,
      };
      await store.saveChat(group);
    } else {
      // Who left a group stays away; only people who are new to the pack come in.
      for (const member of membersOf(members.filter((each) => newcomers.has(each)))) await store.join(id, member);
    }
  }
  for (const { id, name } of people.filter((person) => newcomers.has(person.id)))
    await store.saveChat(privateChat({ id, name }));
  return { first: known.size === 0 };
};
