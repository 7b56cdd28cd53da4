import type { Connection } from 'mongoose';
import type { Config } from '../config';
import { createChats } from '../store/people/chats.store';
import { connectStore } from '../store/connect.store';
import { createIncidents } from '../store/delivery/incidents.store';
import { openTables } from '../store/models';
import { personOf } from '../store/people/person-document';
import { scopeOf } from '../store/scope';
import type { ChatRecord } from '../usecases/ports';
import { broken, fine, notice, type Finding } from './doctor-finding';
import type { Patient } from './doctor-patient';
import { servicesOf } from './services';

const names = { telegram: 'Telegram', wechat: '微信' } as const;
type PlatformName = keyof typeof names;

const platformsOf = ({ telegram, wechaty }: Config): readonly PlatformName[] => [
  ...(telegram ? (['telegram'] as const) : []),
  ...(wechaty ? (['wechat'] as const) : []),
];

interface Known {
  readonly groups: readonly ChatRecord[];
  readonly directors: number;
  readonly incidents: readonly { readonly subject: string; readonly what: string; readonly mend: string }[];
}

/** Nothing is migrated on the way: doctor only looks. */
const lookUp = async (connection: Connection, community: string, platforms: readonly string[]): Promise<Known> => {
  const tables = openTables(connection);
  const scope = scopeOf(community);
  const officers = await tables.people.raw.find({ communityId: community, officer: true }).toArray();
  const directors = officers.map(personOf).filter(({ roles }) => roles.some(({ role }) => role === 'director'));
  const bound = await tables.identities.raw
    .find({ communityId: community, platform: { $in: [...platforms] }, person: { $in: directors.map(({ id }) => id) } })
    .toArray();
  return {
    groups: await createChats({ connection, tables, scope, onCommunity: () => undefined }).groups(),
    directors: new Set(bound.map(({ person }) => person)).size,
    incidents: await createIncidents(tables, scope).list(),
  };
};

const knownOf = async (config: Config, { pack, mongo }: Patient): Promise<Known | null> => {
  const { mongoUri } = servicesOf(config);
  if (mongo.kind !== 'reached' || mongoUri === null || pack === null || pack instanceof Error) return null;
  const connection = await connectStore(mongoUri);
  try {
    return await lookUp(connection, pack.community.id, platformsOf(config));
  } finally {
    await connection.close();
  }
};

const checkGroups = (platform: PlatformName, { groups }: Known): readonly Finding[] => {
  const bound = groups.filter((chat) => chat.platform === platform && chat.purpose !== null);
  const here = bound.filter(({ state }) => state === 'active');
  const howMany =
    here.length > 0
      ? fine(`${names[platform]}：绑定了 ${here.length} 个群`)
      : notice(`${names[platform]}：还没有绑定群`, '主任私信机器人“邀请 居民群”得到绑定码，在群里发“绑定 绑定码”');
  const gone = bound
    .filter(({ state }) => state !== 'active')
    .map(({ title }) => broken(`群“${title}”：机器人不在群里了`, '请把机器人加回这个群，再在群里说一句话'));
  return [howMany, ...gone];
};

/** The last steps of bringing a platform up: a director, bound groups, and no trouble that the program itself has met. */
export const checkNeighbourhood = async (patient: Patient): Promise<readonly Finding[]> => {
  const { config } = patient;
  const platforms = config === null ? [] : platformsOf(config);
  const known = config === null || platforms.length === 0 ? null : await knownOf(config, patient);
  if (known === null) return [];
  const troubles = known.incidents.filter(({ subject }) => platforms.some((name) => subject.startsWith(`${name}:`)));
  return [
    known.directors > 0
      ? fine(`有 ${known.directors} 位主任绑定了账号`)
      : notice('还没有主任绑定账号', '运行 npm run -s cli -- invite --role director，把“绑定 绑定码”私信给机器人'),
    ...platforms.flatMap((platform) => checkGroups(platform, known)),
    ...troubles.map(({ what, mend }) => broken(what, mend)),
  ];
};
