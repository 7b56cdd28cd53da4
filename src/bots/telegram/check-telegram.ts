import { z } from 'zod';
import type { ChatRecord } from '../../usecases/ports';
import { TelegramRefusal, type TelegramApi } from './telegram.api';

/** One thing that was looked at; `mend` is null when it is well. */
export interface TelegramFinding {
  readonly what: string;
  readonly mend: string | null;
}

export interface CheckTelegramNeeds {
  readonly api: TelegramApi;
  readonly groups: readonly Pick<ChatRecord, 'title' | 'nativeId' | 'platform' | 'state'>[];
  /** Where updates should be sent; null: polling. */
  readonly webhookUrl: string | null;
}

const Me = z.object({ id: z.number(), username: z.string(), can_read_all_group_messages: z.boolean().optional() });
const Member = z.object({ status: z.string() });
const Hook = z.object({
  url: z.string(),
  pending_update_count: z.number(),
  last_error_message: z.string().optional(),
});

const fine = (what: string): TelegramFinding => ({ what, mend: null });
const ill = (what: string, mend: string): TelegramFinding => ({ what, mend });

const whyOf = (error: unknown): string => (error instanceof Error ? error.message : 'unknown');

const checkWebhook = async ({ api, webhookUrl }: CheckTelegramNeeds): Promise<readonly TelegramFinding[]> => {
  const hook = Hook.parse(await api.call('getWebhookInfo'));
  const wanted = webhookUrl ?? '';
  const where =
    hook.url === wanted
      ? fine(wanted === '' ? 'Telegram 用长轮询收消息' : 'Telegram 的 webhook 已设好')
      : ill('Telegram 的 webhook 和配置不一样', '启动程序会自动设好；总变，说明另有程序在用这个机器人，请停掉它');
  const { last_error_message: error, pending_update_count: waiting } = hook;
  if (error === undefined || waiting === 0) return [where];
  return [
    where,
    ill(`Telegram 送不进消息（${error}），有 ${waiting} 条在等`, '请检查 PUBLIC_URL 的证书、端口和反向代理'),
  ];
};

const checkGroup = async (
  { api }: CheckTelegramNeeds,
  { title, nativeId }: CheckTelegramNeeds['groups'][number],
  me: z.infer<typeof Me>,
): Promise<TelegramFinding> => {
  try {
    const { status } = Member.parse(await api.call('getChatMember', { chat_id: nativeId, user_id: me.id }));
    if (status === 'administrator' || status === 'creator') return fine(`群“${title}”：机器人是管理员，看得到照片`);
    if (status !== 'member' && status !== 'restricted') {
      return ill(`群“${title}”：机器人不在群里`, `请把 @${me.username} 加进群，再设为管理员`);
    }
    return me.can_read_all_group_messages === true
      ? fine(`群“${title}”：隐私模式已关，看得到照片；隐私模式关掉之前就在群里的，要移出再加一次`)
      : ill(`群“${title}”：机器人不是管理员，看不到普通消息和照片`, '请在群里把机器人设为管理员');
  } catch (error) {
    if (!(error instanceof TelegramRefusal)) throw error;
    return ill(`群“${title}”：${error.description}`, `请确认群还在，@${me.username} 在群里`);
  }
};

/** For `doctor`: the token, how messages come, and what the bot can see in each known group. */
export const checkTelegram = async (needs: CheckTelegramNeeds): Promise<readonly TelegramFinding[]> => {
  const { api, groups } = needs;
  try {
    const me = Me.parse(await api.call('getMe'));
    const privacy =
      me.can_read_all_group_messages === true
        ? fine('隐私模式已关')
        : ill(
            '隐私模式开着：不是管理员的群里，只看得到命令、@ 和回复，看不到照片',
            '在每个群里把机器人设为管理员；或在 BotFather 用 /setprivacy 关掉，再把机器人移出群、重新加进去',
          );
    const known = groups.filter(({ platform, state }) => platform === 'telegram' && state === 'active');
    const inGroups: TelegramFinding[] = [];
    for (const group of known) inGroups.push(await checkGroup(needs, group, me));
    const allAdmin = known.length > 0 && inGroups.every(({ mend }) => mend === null);
    const hook = await checkWebhook(needs);
    return [
      fine(`Telegram 机器人 @${me.username} 可用`),
      allAdmin ? fine(privacy.what) : privacy,
      ...hook,
      ...inGroups,
    ];
  } catch (error) {
    const isToken = error instanceof TelegramRefusal && (error.code === 401 || error.code === 404);
    return [
      isToken
        ? ill('Telegram 不认这个令牌', '请在 BotFather 查看令牌，改好 TELEGRAM_BOT_TOKEN')
        : ill(`问不到 Telegram：${whyOf(error)}`, '请检查网络、代理和 TELEGRAM_API_ROOT'),
    ];
  }
};
