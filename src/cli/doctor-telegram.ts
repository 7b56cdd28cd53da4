import { checkTelegram } from '../bots/telegram/check-telegram';
import { createTelegramApi } from '../bots/telegram/telegram.api';
import type { Config } from '../config';
import { createChats } from '../store/people/chats.store';
import { connectStore } from '../store/connect.store';
import { openTables } from '../store/models';
import { scopeOf } from '../store/scope';
import type { ChatRecord } from '../usecases/ports';
import { broken, fine, type Finding } from './doctor-finding';
import type { Patient } from './doctor-patient';
import { servicesOf } from './services';

/** Groups are read without migrating anything: doctor only looks. */
const groupsIn = async (uri: string, communityId: string): Promise<readonly ChatRecord[]> => {
  const connection = await connectStore(uri);
  try {
    const chats = createChats({
      connection,
      tables: openTables(connection),
      scope: scopeOf(communityId),
      onCommunity: () => undefined,
    });
    return await chats.groups();
  } finally {
    await connection.close();
  }
};

const knownGroups = async (config: Config, { pack, mongo }: Patient): Promise<readonly ChatRecord[]> => {
  const { mongoUri } = servicesOf(config);
  if (mongo.kind !== 'reached' || mongoUri === null || pack === null || pack instanceof Error) return [];
  return groupsIn(mongoUri, pack.community.id);
};

/** The token, how messages come, privacy mode, and the bot's rights in each bound group. */
export const checkBots = async (patient: Patient): Promise<readonly Finding[]> => {
  const { config } = patient;
  if (config === null) return [];
  if (config.telegram === null) return [fine('没有配置 Telegram（TELEGRAM_BOT_TOKEN）')];
  const { publicUrl, telegram } = config;
  const findings = await checkTelegram({
    api: createTelegramApi(telegram),
    groups: (await knownGroups(config, patient)).filter(({ purpose }) => purpose !== null),
    webhookUrl: publicUrl !== null && telegram.webhookSecret !== null ? `${publicUrl}/telegram/webhook` : null,
  });
  const seen = findings.map(({ what, mend }) => (mend === null ? fine(what) : broken(what, mend)));
  const isHttps = publicUrl?.startsWith('https://') === true;
  return telegram.webhookSecret === null || isHttps
    ? seen
    : [
        ...seen,
        broken(
          '有 TELEGRAM_WEBHOOK_SECRET，但 PUBLIC_URL 不是 https 的网址',
          '请填 https 的 PUBLIC_URL；不用 webhook 就去掉 TELEGRAM_WEBHOOK_SECRET',
        ),
      ];
};
