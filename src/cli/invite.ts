import { parseArgs } from 'node:util';
import type { Config } from '../config';
import { areaById, communityArea } from '../domain/community/area-tree';
import { roles, type Area, type Community, type Role } from '../domain/community/community';
import { loadPack } from '../load-pack';
import { createStore } from '../store/store';
import { expiryFrom, inviteMinutes } from '../usecases/hearing/people/bind-chat';
import { servicesOf } from './services';
import type { CommandLine } from './verb';

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };

interface Wanted {
  readonly role: Role;
  readonly area: Area;
}

const optionsIn = (args: readonly string[]): { role?: string | undefined; area?: string | undefined } | null => {
  try {
    return parseArgs({ args: [...args], options: { role: { type: 'string' }, area: { type: 'string' } } }).values;
  } catch {
    return null;
  }
};

/** What was asked for, or why it cannot be had. */
const wantedBy = (args: readonly string[], community: Community): Wanted | string => {
  const options = optionsIn(args);
  const role = roles.find((each) => each === options?.role);
  if (options === null || role === undefined) return `invite --role ${roles.join('|')} [--area ID]`;
  const area = options.area === undefined ? communityArea(community) : areaById(community, options.area);
  if (area !== null) return { role, area };
  const known = community.areas.map(({ id, name }) => `${id} ${name}`).join('\n  ');
  return `没有这个地方 · no such area. --area:\n  ${known}`;
};

const makeCode = async (uri: string, communityId: string, { role, area }: Wanted): Promise<string> => {
  const store = await createStore({ uri, communityId, log: silent });
  try {
    const until = expiryFrom(store.clock.now());
    return (await store.invites.make({ role, area: area.id, purpose: null, until })).code;
  } finally {
    await store.close();
  }
};

const invite = async (config: Config, { args, stdout, stderr }: CommandLine): Promise<number> => {
  const { community } = await loadPack(config.packFile);
  const wanted = wantedBy(args, community);
  if (typeof wanted === 'string') {
    stderr.write(`${wanted}\n`);
    return 2;
  }
  const { mongoUri } = servicesOf(config);
  if (mongoUri === null) {
    stderr.write('程序没有在运行，请先 npm start · Linli is not running: npm start first.\n');
    return 1;
  }
  const code = await makeCode(mongoUri, community.id, wanted);
  stdout.write(`${code}\n`);
  stderr.write(
    `${wanted.role} · ${wanted.area.name}：${inviteMinutes} 分钟内，私聊机器人说“绑定 ${code}”，只能用一次。\n`,
  );
  return 0;
};

/** The verb `invite`: the code alone on standard output. */
export const runInvite = async (line: CommandLine): Promise<number> => {
  if (line.config.ok) return invite(line.config.config, line);
  for (const { variable, problem } of line.config.problems) line.stderr.write(`${variable} ${problem}\n`);
  return 1;
};
