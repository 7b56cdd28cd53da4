import { existsSync } from 'node:fs';
import { connect } from 'node:net';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { platformName } from '../bots/wechat/wechat.inbound';
import { wechatCapabilities } from '../bots/wechat/wechat.platform';
import type { Config } from '../config';
import { createPlatformStatuses } from '../store/delivery/platform-statuses.store';
import { connectStore } from '../store/connect.store';
import { openTables } from '../store/models';
import { scopeOf } from '../store/scope';
import type { PlatformStatus } from '../usecases/ports-of-platforms';
import { broken, fine, notice, type Finding } from './doctor-finding';
import type { Patient } from './doctor-patient';
import { servicesOf } from './services';

type Wechaty = NonNullable<Config['wechaty']>;

const serviceName = 'wechaty-puppet-service';
const ANSWER_MS = 3_000;

/** Null: somebody answers there. */
const whyNoAnswer = (endpoint: string): Promise<string | null> =>
  new Promise((resolve) => {
    const [, host = '', port = ''] = /^(?:\w+:\/\/)?(.*):(\d+)$/.exec(endpoint) ?? [];
    if (host === '') {
      resolve('不是 主机:端口 的样子');
      return;
    }
    const socket = connect({ host, port: Number(port), timeout: ANSWER_MS });
    const end = (why: string | null): void => {
      socket.destroy();
      resolve(why);
    };
    socket.once('connect', () => end(null));
    socket.once('timeout', () => end('没有回应'));
    socket.once('error', (error) => end(error.message));
  });

const checkGateway = async ({ puppet, token, endpoint }: Wechaty): Promise<readonly Finding[]> => {
  if (puppet !== serviceName) return [notice(`微信用 ${puppet}，在本程序里运行`, '登录存在 DATA_DIR 里，请一并备份')];
  const missing =
    endpoint === null
      ? broken('没有填微信网关的地址，程序会去问第三方', '请填 WECHATY_PUPPET_SERVICE_ENDPOINT=主机:端口')
      : null;
  const why = endpoint === null ? null : await whyNoAnswer(endpoint);
  const reach =
    why === null ? fine('微信的网关连得上') : broken(`微信的网关连不上：${why}`, '请看网关有没有运行、端口和防火墙');
  const hasPrefix = token !== null && /^[^_]+_.+/.test(token);
  return [
    missing ?? reach,
    hasPrefix
      ? fine('微信网关的令牌有前缀')
      : broken('微信网关的令牌没有填，或没有前缀', '请填 WECHATY_PUPPET_SERVICE_TOKEN，像 insecure_… 这样带前缀'),
  ];
};

const isHere = (endpoint: string): boolean => /^(?:\w+:\/\/)?(?:127\.[\d.]+|localhost|\[?::1\]?):\d+$/.test(endpoint);

/** Whoever has the public certificate's key reads along. */
const checkCertificate = ({ token, endpoint }: Wechaty): readonly Finding[] =>
  token?.startsWith('insecure_') === true && endpoint !== null && !isHere(endpoint)
    ? [notice('微信网关用的是公开的证书，路上的人能偷看', '请把网关放在自己的内网里，或给它换一张自己的证书')]
    : [];

/** What an account bears as a rule. */
const mostPerSecond = wechatCapabilities.perSecond;

const checkSpeed = ({ perSecond }: Wechaty): Finding =>
  perSecond === null || perSecond <= mostPerSecond
    ? fine(`微信每秒最多发 ${perSecond ?? mostPerSecond} 条`)
    : notice(
        `微信每秒最多发 ${perSecond} 条，太快容易封号`,
        `请把 WECHATY_PER_SECOND 降到 ${mostPerSecond}，除非网关的商家说可以`,
      );

/** Linli lets the library keep no names there; an earlier version and other programs with this token did. */
const checkNames = ({ token }: Wechaty): readonly Finding[] => {
  const folder = join('.wechaty', serviceName);
  if (token === null || !existsSync(join(homedir(), folder, token))) return [];
  return [
    notice(
      `~/${folder} 里还有以前存下的微信联系人名字，“忘记我”删不到`,
      `停下程序，删掉 ~/${folder} 里以令牌为名的文件夹`,
    ),
  ];
};

const checkState = ({ state, as }: PlatformStatus): Finding => {
  switch (state) {
    case 'on':
      return fine(`微信已登录：${as ?? ''}`);
    case 'scan':
    case 'logged-out':
      return broken('微信等人扫码登录', '请用机器人的微信扫终端里的二维码');
    case 'starting':
    case 'lost':
      return broken('微信断开了，程序在自动重连', '请看网关和网络；日志里搜 wechat');
    case 'off':
      return notice('微信没有在运行', '启动程序就会连接');
  }
};

const statusOf = async (config: Config, { pack, mongo }: Patient): Promise<PlatformStatus | null> => {
  const { mongoUri } = servicesOf(config);
  if (mongo.kind !== 'reached' || mongoUri === null || pack === null || pack instanceof Error) return null;
  const connection = await connectStore(mongoUri);
  try {
    const found = await createPlatformStatuses(openTables(connection), scopeOf(pack.community.id)).list();
    return found.find(({ platform }) => platform === platformName) ?? null;
  } finally {
    await connection.close();
  }
};

/** The gateway, its token, and how the login stands. */
export const checkWechat = async (patient: Patient): Promise<readonly Finding[]> => {
  const { config } = patient;
  if (config === null) return [];
  if (config.wechaty === null) return [fine('没有配置微信（WECHATY_PUPPET）')];
  const status = await statusOf(config, patient);
  return [
    ...(await checkGateway(config.wechaty)),
    ...checkCertificate(config.wechaty),
    checkSpeed(config.wechaty),
    ...checkNames(config.wechaty),
    ...(status === null ? [] : [checkState(status)]),
  ];
};
