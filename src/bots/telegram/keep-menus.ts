import { createHash } from 'node:crypto';
import type { Community, Person } from '../../domain/community/community';
import type { Communities, Logger } from '../../usecases/ports';
import type { MenuChat, Menus } from '../../usecases/ports-of-menus';
import { isOver, pause } from '../leash';
import { commandsIn, menuOf, menuOfGroup, type MenuNames } from './menu-commands';
import { TelegramRefusal, type TelegramApi } from './telegram.api';
import { platformName } from './telegram.inbound';

export interface KeepMenusNeeds {
  readonly api: TelegramApi;
  readonly communities: Communities;
  readonly menus: Menus;
  readonly log: Logger;
  /** How often it is looked whether roles changed. */
  readonly everyMs?: number;
}

export interface KeepMenus {
  /** Somebody has written in this private chat: its list may be new to it. */
  heard(nativeId: string): void;
  /** Keeps every list of commands as roles are, until `signal`. Never rejects. */
  run(signal: AbortSignal): Promise<void>;
}

const EVERY_MS = 1_000;
/** What went wrong is tried again then, and what nobody noticed is found. */
const ANEW_MS = 10 * 60_000;

type Language = 'zh' | 'en';

/** A list of commands in the two languages that apps ask for: any other app's, and English. */
interface Shown {
  readonly usual: ReturnType<typeof commandsIn>;
  readonly english: ReturnType<typeof commandsIn>;
}

const shown = (names: MenuNames, language: Language | null): Shown => ({
  usual: commandsIn(names, language ?? 'zh'),
  english: commandsIn(names, language ?? 'en'),
});

/** What they said counts before what their app is set to. */
const languageOf = ({ speaks, language }: Person): Language | null => {
  if (speaks !== undefined) return speaks === 'en' ? 'en' : 'zh';
  return language === 'en' ? 'en' : null;
};

const fingerprint = (list: Shown): string =>
  createHash('sha256').update(JSON.stringify(list)).digest('base64url').slice(0, 16);

const stranger: Person = { id: '', name: '', roles: [], building: null, language: 'zh', guest: true };

const lists = (community: Community) => {
  const inPrivate = shown(menuOf(stranger, community), null);
  const inGroups = shown(menuOfGroup(null), null);
  const wantedIn = ({ person, purpose }: MenuChat): Shown | null => {
    if (person === null) return purpose === 'staff' ? shown(menuOfGroup('staff'), null) : null;
    const now = community.officers.find(({ id }) => id === person.id) ?? person;
    const list = shown(menuOf(now, community), languageOf(now));
    return fingerprint(list) === fingerprint(inPrivate) ? null : list;
  };
  return { inPrivate, inGroups, wantedIn };
};

const setting = ({ api, log }: KeepMenusNeeds, signal: AbortSignal) => {
  const set = async (scope: object, list: Shown | null): Promise<void> => {
    const usual = list ? { scope, commands: list.usual } : { scope };
    const english = { ...(list ? { scope, commands: list.english } : { scope }), language_code: 'en' };
    const method = list ? 'setMyCommands' : 'deleteMyCommands';
    for (const call of [usual, english]) await api.call(method, call, { signal });
  };

  /** False: Telegram does not take it, now or ever; whoever blocked the bot sees no list of it. */
  return async (scope: object, list: Shown | null): Promise<boolean> => {
    try {
      await set(scope, list);
      return true;
    } catch (error) {
      if (!(error instanceof TelegramRefusal) || error.code === 429) throw error;
      log.info({ why: error.message }, 'telegram: a list of commands was not set');
      return false;
    }
  };
};

/** One look: everybody's lists, then those of chats that differ. */
const looking = (needs: KeepMenusNeeds, signal: AbortSignal) => {
  const { menus } = needs;
  const set = setting(needs, signal);
  const refused = new Set<string>();
  let everybodys = '';

  const everybody = async ({ inPrivate, inGroups }: ReturnType<typeof lists>): Promise<void> => {
    const both = `${fingerprint(inPrivate)} ${fingerprint(inGroups)}`;
    if (both === everybodys) return;
    await set({ type: 'all_private_chats' }, inPrivate);
    await set({ type: 'all_group_chats' }, inGroups);
    everybodys = both;
  };

  const oneChat = async (chat: MenuChat, wanted: Shown | null): Promise<void> => {
    const print = wanted && fingerprint(wanted);
    const name = `${chat.nativeId} ${print ?? ''}`;
    if (print === chat.shown || refused.has(name)) return;
    const taken = await set({ type: 'chat', chat_id: chat.nativeId }, wanted);
    // Of whoever was erased nothing is kept for another try.
    if (taken || chat.left) await menus.shows(chat.chat, print);
    else refused.add(name);
  };

  return async (community: Community, chats: readonly MenuChat[]): Promise<void> => {
    const now = lists(community);
    await everybody(now);
    for (const chat of chats) if (!isOver(signal)) await oneChat(chat, now.wantedIn(chat));
  };
};

const besidesOf = ({ desks, shops }: Community): readonly string[] =>
  [...desks, ...shops].flatMap(({ people }) => people);

/** Lists of commands follow roles: whatever gives or takes a role makes a new snapshot of the community. */
export const createKeepMenus = (needs: KeepMenusNeeds): KeepMenus => {
  const { communities, menus, log, everyMs = EVERY_MS } = needs;
  const heard = new Set<string>();

  const keeping = (signal: AbortSignal) => {
    const look = looking(needs, signal);
    let seen: Community | null = null;
    let seenAt = 0;
    return async (): Promise<void> => {
      const community = await communities.current();
      const changed = community !== seen || performance.now() - seenAt > ANEW_MS;
      const wrote = [...heard];
      if (changed) await look(community, await menus.special(platformName, besidesOf(community)));
      if (wrote.length > 0) await look(community, await menus.byNativeIds(platformName, wrote));
      seen = community;
      if (changed) seenAt = performance.now();
      for (const chat of wrote) heard.delete(chat);
    };
  };

  return {
    heard: (nativeId) => heard.add(nativeId),
    run: async (signal) => {
      const keep = keeping(signal);
      while (!signal.aborted) {
        try {
          await keep();
          await pause(everyMs, signal);
        } catch (error) {
          if (isOver(signal)) return;
          log.warn({ why: String(error) }, 'telegram: the lists of commands could not be kept');
          const wait = error instanceof TelegramRefusal ? (error.hints.retryAfterMs ?? 0) : 0;
          await pause(Math.max(wait, 5 * everyMs), signal);
        }
      }
    },
  };
};
