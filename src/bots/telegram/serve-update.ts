import type { Engine } from '../../usecases/engine';
import type { Chats, Logger } from '../../usecases/ports';
import type { BotName } from './message-text';
import type { TelegramApi } from './telegram.api';
import { platformName, type Translate } from './telegram.inbound';
import type { TelegramMembership, TelegramMessage, TelegramPress, TelegramUpdate } from './telegram.update';
import { telegramWords } from './telegram.words';

export interface Me extends BotName {
  /** Privacy mode is off. */
  readonly readsAll: boolean;
}

export interface ServeNeeds {
  readonly api: TelegramApi;
  readonly translate: Translate;
  readonly engine: Pick<Engine, 'handle'>;
  readonly chats: Pick<Chats, 'migrate'>;
  readonly log: Logger;
  /** Asks anew whether privacy mode is on; the last answer when Telegram can't be asked. */
  readonly lookAtMe: () => Promise<Me>;
  /** Somebody has written in private. */
  readonly onPrivate: (nativeId: string) => void;
}

export interface ServeUpdate {
  /** Returns after the commit. Throws on an outage: serve it again. */
  readonly serve: (update: TelegramUpdate, me: Me) => Promise<void>;
  /** Ends the wait of a press that could not be served. */
  readonly apologise: (update: TelegramUpdate) => void;
}

/** Telegram shows no more in an answer to a press. */
const MAX_NOTICE = 200;

const isService = (said: TelegramMessage): boolean =>
  said.new_chat_members !== undefined || said.left_chat_member !== undefined || said.new_chat_title !== undefined;

/** Best effort: a press is served whether or not its small wheel stops turning. */
const answering =
  ({ api, log }: ServeNeeds) =>
  ({ id }: TelegramPress, notice: string | null): void => {
    const shown = notice === null ? {} : { text: notice.slice(0, MAX_NOTICE), show_alert: true };
    api.call('answerCallbackQuery', { callback_query_id: id, ...shown }).catch((error: unknown) => {
      log.info({ why: String(error) }, 'telegram: a press was not answered');
    });
  };

const servingMessages = ({ translate, engine, chats, onPrivate }: ServeNeeds) => ({
  message: async (said: TelegramMessage, me: Me): Promise<void> => {
    const { chat, migrate_to_chat_id: to, migrate_from_chat_id: from } = said;
    if (to !== undefined) return chats.migrate(platformName, String(chat.id), String(to));
    if (from !== undefined) return chats.migrate(platformName, String(from), String(chat.id));
    if (said.pinned_message !== undefined) return;
    if (isService(said)) {
      for (const event of await translate.service(said, me)) await engine.handle(event);
      return;
    }
    const inbound = await translate.message(said, me);
    if (inbound !== null) await engine.handle(inbound);
    if (chat.type === 'private') onPrivate(String(chat.id));
  },
  edit: async (said: TelegramMessage, me: Me): Promise<void> => {
    const inbound = await translate.edit(said, me);
    if (inbound !== null) await engine.handle(inbound);
  },
});

export const createServeUpdate = (needs: ServeNeeds): ServeUpdate => {
  const { translate, engine, lookAtMe } = needs;
  const answer = answering(needs);
  const { message, edit } = servingMessages(needs);

  const press = async (pressed: TelegramPress): Promise<void> => {
    const inbound = await translate.press(pressed);
    if (inbound === null) {
      answer(pressed, telegramWords('press.foreign', pressed.from.language_code));
      return;
    }
    const { notice } = await engine.handle(inbound);
    answer(pressed, notice);
  };

  const membership = async (change: TelegramMembership): Promise<void> => {
    const { readsAll } = await lookAtMe();
    const inbound = await translate.membership(change, readsAll);
    if (inbound !== null) await engine.handle(inbound);
  };

  return {
    serve: async (update, me) => {
      if (update.message) await message(update.message, me);
      else if (update.edited_message) await edit(update.edited_message, me);
      else if (update.callback_query) await press(update.callback_query);
      else if (update.my_chat_member) await membership(update.my_chat_member);
    },
    apologise: ({ callback_query: pressed }) => {
      if (pressed) answer(pressed, telegramWords('press.failed', pressed.from.language_code));
    },
  };
};
