import type { mongo } from 'mongoose';
import { z } from 'zod';
import { findMongod } from '../embedded/find-program';
import { broken, fine, notice, type Finding } from './doctor-finding';
import type { Patient } from './doctor-patient';

const OLDEST_MAJOR = 6;
const TRANSACTION_SECONDS = 5;

const Hello = z.object({ setName: z.string().optional(), msg: z.string().optional() });
const Build = z.object({ version: z.string() });
const Limit = z.object({ transactionLifetimeLimitSeconds: z.number() });

const checkVersion = async (admin: mongo.Admin, binary: string | null): Promise<Finding> => {
  const { version } = Build.parse(await admin.command({ buildInfo: 1 }));
  const what = `MongoDB ${version}${binary === null ? '' : `（内置，${binary}）`}`;
  return Number.parseInt(version, 10) >= OLDEST_MAJOR
    ? fine(what)
    : broken(`${what} 太旧`, `请换成 MongoDB ${OLDEST_MAJOR} 或更新的版本`);
};

const checkTopology = async (admin: mongo.Admin): Promise<Finding> => {
  const { setName, msg } = Hello.parse(await admin.command({ hello: 1 }));
  if (msg === 'isdbgrid') return fine('MongoDB 是分片集群');
  if (setName !== undefined) return fine(`MongoDB 是副本集“${setName}”，可以用事务`);
  return broken(
    'MongoDB 不是副本集，不能用事务',
    '给 mongod 加上 --replSet rs0 重启，再在 mongosh 里执行 rs.initiate()',
  );
};

const checkTransactionLimit = async (admin: mongo.Admin): Promise<Finding> => {
  const mend = `在 mongosh 里执行 db.adminCommand({ setParameter: 1, transactionLifetimeLimitSeconds: ${TRANSACTION_SECONDS} })，并写进 mongod 的配置`;
  try {
    const answer = await admin.command({ getParameter: 1, transactionLifetimeLimitSeconds: 1 });
    const { transactionLifetimeLimitSeconds: seconds } = Limit.parse(answer);
    return seconds <= TRANSACTION_SECONDS
      ? fine(`事务最长 ${seconds} 秒`)
      : notice(`事务最长 ${seconds} 秒：程序若在事务里被杀，相关的单子要锁这么久`, mend);
  } catch {
    return notice('看不到事务最长时间（transactionLifetimeLimitSeconds）', `请管理员查看；${mend}`);
  }
};

export const checkMongo = async ({ mongo: reached, config }: Patient): Promise<readonly Finding[]> => {
  if (config === null) return [];
  if (reached.kind === 'not-running') return [broken('内置的 MongoDB 没有在运行', '先 npm start，再在另一个窗口检查')];
  if (reached.kind === 'away')
    return [broken(`连不上 MongoDB：${reached.why}`, '检查 MONGODB_URI、网络和 mongod 是否在运行')];
  const admin = reached.service.db('admin').admin();
  const binary = config.mongoUri === null ? (findMongod(config.programs) ?? null) : null;
  return [await checkVersion(admin, binary), await checkTopology(admin), await checkTransactionLimit(admin)];
};
