import type { Language } from '../../domain/wording/say-moment';

export interface SignInWords {
  readonly title: string;
  readonly how: string;
  readonly here: (device: string) => string;
  readonly enter: string;
  readonly alone: string;
  readonly over: string;
  readonly overNext: string;
  readonly computer: string;
  readonly showCode: string;
  readonly sayCode: (code: string) => string;
  readonly qrAlt: string;
  readonly waiting: string;
  readonly anew: string;
}

export const signInWords: Readonly<Record<Language, SignInWords>> = {
  zh: {
    title: '登录',
    how: '私信邻里“看板”，点收到的链接就能进来。链接10分钟内有效，只能用一次。',
    here: (device) => `要在这台设备（${device}）上登录吗？`,
    enter: '登录',
    alone: '不是您要登录，就关掉这一页。用别人的设备，用完请点“退出”，或私信“退出看板”。',
    over: '这个链接用过了，或者过期了',
    overNext: '请再私信邻里“看板”，要一个新的。',
    computer: '这台电脑上没有聊天软件？',
    showCode: '显示六位数',
    sayCode: (code) => `请用手机私信邻里“看板 ${code}”，再确认是这台电脑。`,
    qrAlt: '二维码：要发的那句话',
    waiting: '等您在手机上确认，10分钟内有效。这一页会自己打开。',
    anew: '换一个六位数',
  },
  en: {
    title: 'Sign in',
    how: 'Write 看板 to Linli in private and open the link it sends. It is good for ten minutes, once.',
    here: (device) => `Sign in on this device (${device})?`,
    enter: 'Sign in',
    alone: 'If it was not you who wanted to sign in, close this page. On somebody else’s device, sign out when done.',
    over: 'This link was used, or is too old',
    overNext: 'Write 看板 to Linli in private for a new one.',
    computer: 'No chat on this computer?',
    showCode: 'Show six digits',
    sayCode: (code) => `Send “看板 ${code}” to Linli from your phone, then confirm that it is this computer.`,
    qrAlt: 'QR code of the words to send',
    waiting: 'Waiting for you to confirm on the phone, for ten minutes. This page will open by itself.',
    anew: 'Other digits',
  },
};
