import type { Incidents, Logger } from '../../usecases/ports';

/** Why the account does not work, told to staff while it lasts. */
const notices = {
  'wechat:logged-out': {
    what: '微信已退出登录，群里的消息收不到也发不出，没有丢；要发的都留着',
    mend: '请用机器人的微信扫码登录：终端和看板上都有二维码',
  },
  'wechat:line': {
    what: '连不上微信的网关，消息暂时收不到也发不出；要发的都留着，这段时间群里说的话可能没听到',
    mend: '程序在自动重连；一直不好，请看网关、网络和 WECHATY_PUPPET_SERVICE_ENDPOINT；连上后请到群里看一眼',
  },
  'wechat:token': {
    what: '微信的网关不认这个令牌',
    mend: '请改好 WECHATY_PUPPET_SERVICE_TOKEN 后重启',
  },
} as const;

export type TroubleSubject = keyof typeof notices;
const subjects = Object.keys(notices) as readonly TroubleSubject[];

export interface WechatTrouble {
  begins(subject: TroubleSubject): void;
  over(): void;
}

export interface TroubleNeeds {
  readonly incidents: Pick<Incidents, 'open' | 'close'>;
  /** Told to staff in chat, by another platform where there is one; false: it is over. */
  readonly tellStaff: (away: boolean) => Promise<void>;
  readonly log: Logger;
}

/** Each trouble is opened once and told once; what an earlier process left open is closed with the first good line. */
export const createTrouble = ({ incidents, tellStaff, log }: TroubleNeeds): WechatTrouble => {
  let open = new Set<TroubleSubject>();
  let isFirst = true;
  /** In their order, one at a time; a failure of the database costs the notice, never the line. */
  let work: Promise<unknown> = Promise.resolve();

  const then = (job: () => Promise<unknown>): void => {
    work = work.then(job).catch((error: unknown) => log.warn({ why: String(error) }, 'wechat: staff were not told'));
  };

  return {
    begins: (subject) => {
      if (open.has(subject)) return;
      const isNews = open.size === 0;
      open.add(subject);
      log.warn({ subject }, 'wechat: the account does not work');
      then(async () => {
        await incidents.open(subject, notices[subject].what, notices[subject].mend);
        if (isNews) await tellStaff(true);
      });
    },
    over: () => {
      const closing = isFirst ? new Set(subjects) : open;
      const wasAway = open.size > 0;
      isFirst = false;
      open = new Set();
      if (closing.size === 0) return;
      then(async () => {
        await Promise.all([...closing].map((subject) => incidents.close(subject)));
        if (wasAway) await tellStaff(false);
      });
    },
  };
};
