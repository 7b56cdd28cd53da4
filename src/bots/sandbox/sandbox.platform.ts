import {
  AnswerLost,
  type ChatRecord,
  type Clock,
  type Outgoing,
  type Platform,
  type SendOutcome,
} from '../../usecases/ports';
import type { SandboxChat, SandboxMessage, SandboxMessageEdit, SandboxStore } from '../../usecases/sandbox-store';
import type { Faults } from './faults';
import { fileName, mimeOf, readFileName } from './sandbox-file';
import { privateChatOf } from './seed-chats';
import { botId, platformName } from './sandbox.inbound';

export interface SandboxPlatformNeeds {
  readonly store: SandboxStore;
  readonly faults: Faults;
  readonly clock: Clock;
  readonly changed: (chat: string, message: string) => void;
}

/** The bot was thrown out of a group, or a person does not want to be written to. */
const refusal = (chat: SandboxChat | null): Extract<SendOutcome, { kind: 'gone' | 'unreachable' }> | null => {
  if (chat === null) return { kind: 'gone', why: 'there is no such chat' };
  if (!chat.botRemoved) return null;
  return chat.kind === 'private'
    ? { kind: 'unreachable', why: 'the person blocked the bot' }
    : { kind: 'gone', why: 'the bot was removed from the group' };
};

/** The sandbox's own id of a chat that Linli knows. */
export const sandboxChatOf = ({ kind, nativeId }: Pick<ChatRecord, 'kind' | 'nativeId'>): string =>
  kind === 'private' ? privateChatOf(nativeId) : nativeId;

const sameChoices = (one: SandboxMessage['choices'], other: SandboxMessage['choices']): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

export const createSandboxPlatform = ({ store, faults, clock, changed }: SandboxPlatformNeeds): Platform => {
  const reach = async (chat: string): Promise<ReturnType<typeof refusal>> => {
    if (faults.fails(chat)) throw new Error('The sandbox was told to fail this request.');
    return refusal(await store.chat(chat));
  };

  const saved = ({ photos }: Outgoing): Promise<readonly string[]> =>
    Promise.all(
      photos.map(async ({ bytes }) => {
        const mime = mimeOf(bytes);
        return fileName({ id: await store.saveFile({ bytes, mime }), bytes: bytes.length, mime });
      }),
    );

  return {
    name: platformName,
    // Figures that nobody reaches: the sandbox has no limits of its own.
    capabilities: {
      buttons: true,
      edits: true,
      removes: true,
      redacts: true,
      maxText: 4096,
      perSecond: 10_000,
      perChatPerSecond: 10_000,
      perGroupPerMinute: 100_000,
    },

    send: async (message) => {
      const chat = sandboxChatOf(message.chat);
      const refused = await reach(chat);
      if (refused) return refused;
      const stored = await store.insertMessage({
        id: null,
        chat,
        from: botId,
        text: message.text,
        photos: await saved(message),
        voice: null,
        location: null,
        choices: message.choices,
        replyTo: message.replyTo,
        album: null,
        matter: message.number,
        ours: message.id,
        why: [],
        silent: false,
        handled: true,
        at: clock.now().toISOString(),
      });
      changed(chat, stored.message.id);
      if (faults.losesAnswer(chat)) throw new AnswerLost('The sandbox was told to lose this answer.');
      return { kind: 'sent', as: [stored.message.id] };
    },

    edit: async (message, as) => {
      const chat = sandboxChatOf(message.chat);
      const refused = await reach(chat);
      if (refused) return refused;
      const [id] = as;
      const known = id === undefined ? null : await store.message(chat, id);
      if (known?.deletedAt !== null) return { kind: 'gone', why: 'the message is gone' };
      // Photos that were fetched after the first send join the message.
      const morePhotos = message.photos.length > known.photos.length;
      const same = known.text === message.text && sameChoices(known.choices, message.choices) && !morePhotos;
      if (same) return { kind: 'sent', as };
      const change: SandboxMessageEdit = {
        text: message.text,
        choices: message.choices,
        matter: message.number,
        ...(morePhotos && { photos: await saved(message) }),
      };
      await store.edit(chat, known.id, change, clock.now().toISOString());
      changed(chat, known.id);
      return { kind: 'sent', as };
    },

    remove: async (record, as) => {
      const chat = sandboxChatOf(record);
      const refused = await reach(chat);
      if (refused) return refused;
      for (const id of as) {
        const known = await store.message(chat, id);
        if (known?.deletedAt !== null) continue;
        await store.delete(chat, id, clock.now().toISOString());
        changed(chat, id);
      }
      if (faults.losesAnswer(chat)) throw new AnswerLost('The sandbox was told to lose this answer.');
      return { kind: 'removed' };
    },

    redact: async (message, as) => {
      const chat = sandboxChatOf(message.chat);
      const refused = await reach(chat);
      if (refused) return refused;
      for (const id of as) {
        const known = await store.message(chat, id);
        if (known?.deletedAt !== null) continue;
        if (known.text === message.text && known.photos.length === 0 && known.choices.length === 0) continue;
        await store.edit(chat, id, { text: message.text, photos: [], choices: [] }, clock.now().toISOString());
        changed(chat, id);
      }
      return { kind: 'sent', as };
    },

    fetch: async (ref, maxBytes) => {
      const name = readFileName(ref);
      if (name === null || name.bytes > maxBytes) return null;
      const file = await store.readFile(name.id);
      return file === null || file.bytes.length > maxBytes ? null : file.bytes;
    },
  };
};
