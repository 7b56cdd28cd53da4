import type { Redis } from 'ioredis';
import { countQueues } from '../jobs/queue-counts';
import { openQueues } from '../jobs/queues';
import { broken, fine, notice, type Finding } from './doctor-finding';
import type { Patient } from './doctor-patient';

const OLDEST = [6, 2] as const;

type Info = ReadonlyMap<string, string>;

const infoOf = async (redis: Redis): Promise<Info> => {
  const rows = (await redis.info()).split('\r\n').filter((row) => row.includes(':'));
  return new Map(rows.map((row) => [row.slice(0, row.indexOf(':')), row.slice(row.indexOf(':') + 1)]));
};

const checkVersion = (info: Info): Finding => {
  const version = info.get('redis_version') ?? '';
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1])
    ? fine(`Redis ${version}`)
    : broken(`Redis ${version} 太旧`, `请换成 Redis ${OLDEST.join('.')} 或更新的版本`);
};

const checkPersistence = (info: Info): Finding =>
  info.get('aof_enabled') === '1'
    ? fine('Redis 会把队列写到磁盘（appendonly）')
    : notice('Redis 没开 appendonly：重启会丢队列，最多晚一轮巡检（30 秒）补上', '在 redis.conf 里写 appendonly yes');

const checkEviction = (info: Info): Finding => {
  const policy = info.get('maxmemory_policy') ?? '';
  return policy === 'noeviction'
    ? fine('Redis 不会丢掉任务（noeviction）')
    : broken(`Redis 内存满了会丢任务（${policy}）`, '在 redis.conf 里写 maxmemory-policy noeviction');
};

const checkQueues = async (redis: Redis): Promise<readonly Finding[]> => {
  const queues = openQueues(redis);
  try {
    const counts = Object.entries(await countQueues(queues));
    return counts.map(([name, { waiting, active, delayed }]) =>
      fine(`队列 ${name}：等待 ${waiting}，进行中 ${active}，定时 ${delayed}`),
    );
  } finally {
    await Promise.all([queues.deliver.close(), queues.wake.close(), queues.photos.close()]);
  }
};

export const checkRedis = async ({ redis: reached, config }: Patient): Promise<readonly Finding[]> => {
  if (config === null) return [];
  if (reached.kind === 'not-running') return [broken('内置的 Redis 没有在运行', '先 npm start，再在另一个窗口检查')];
  if (reached.kind === 'away')
    return [broken(`连不上 Redis：${reached.why}`, '检查 REDIS_URL、网络和 redis-server 是否在运行')];
  const info = await infoOf(reached.service);
  return [checkVersion(info), checkPersistence(info), checkEviction(info), ...(await checkQueues(reached.service))];
};
