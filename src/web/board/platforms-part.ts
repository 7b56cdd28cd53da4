import { html } from 'ghtml';
import { toString as drawQr } from 'qrcode';
import type { PlatformStatuses } from '../../usecases/ports-of-platforms';
import type { Html } from '../pages/page-route';

export type ListedPlatforms = Awaited<ReturnType<PlatformStatuses['list']>>;

const words = {
  zh: {
    title: '聊天平台',
    since: '从',
    as: (name: string) => `，账号“${name}”`,
    names: { wechat: '微信', telegram: 'Telegram' },
    states: {
      starting: '正在连接',
      scan: '等人扫码登录',
      on: '正常',
      'logged-out': '已退出登录，等新的二维码',
      lost: '连不上，正在重连',
      off: '没有运行',
    },
    scan: '请用机器人的微信扫这个码。码会过期，这一页自己更新。',
    kept: '要发的话都留着，登录后就发。',
    alt: '登录二维码',
  },
  en: {
    title: 'Chat platforms',
    since: 'since',
    as: (name: string) => `, as “${name}”`,
    names: { wechat: 'WeChat', telegram: 'Telegram' },
    states: {
      starting: 'connecting',
      scan: 'waits for somebody to scan the code',
      on: 'well',
      'logged-out': 'logged out, waiting for a new code',
      lost: 'cannot be reached, tried again and again',
      off: 'not running',
    },
    scan: "Scan this code with the bot's own WeChat. A code expires; this page renews itself.",
    kept: 'What is to be sent is kept, and goes out after the login.',
    alt: 'code for the login',
  },
} as const;

const lookAgainMs = 15_000;

const scanPart = async (code: string, own: (typeof words)['zh' | 'en']): Promise<Html> => {
  const drawn = await drawQr(code, { type: 'svg', margin: 2, errorCorrectionLevel: 'L' });
  const source = `data:image/svg+xml;base64,${Buffer.from(drawn).toString('base64')}`;
  return html`<div data-look-again="${lookAgainMs}">
    <p>${own.scan}</p>
    <img class="qr" src="${source}" width="260" height="260" alt="${own.alt}" />
    <p class="soft">${own.kept}</p>
  </div>`;
};

/** Each account of a platform: how it stands, since when, and the code while somebody must scan it. */
export const platformsPart = async (
  listed: ListedPlatforms,
  language: 'zh' | 'en',
  say: (at: Date) => string,
): Promise<Html> => {
  if (listed.length === 0) return html``;
  const own = words[language];
  const names: Readonly<Record<string, string>> = own.names;
  const lines = await Promise.all(
    listed.map(async ({ platform, state, qr, as, since }) => {
      const scan = qr === null ? html`` : await scanPart(qr, own);
      return html`<li class="card">
        <strong>${names[platform] ?? platform}：${own.states[state]}</strong>
        <p>${own.since} ${say(since)}${as === null ? '' : own.as(as)}</p>
        !${scan}
      </li>`;
    }),
  );
  return html`<section>
    <h2>${own.title}</h2>
    <ul>
      !${lines}
    </ul>
  </section>`;
};
