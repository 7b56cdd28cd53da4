import { parseArgs } from 'node:util';
import type { Config } from '../config';
import { loadPack } from '../load-pack';
import { createStore } from '../store/store';
import type { ApiKeys } from '../usecases/ports-of-open-data';
import { servicesOf } from './services';
import type { CommandLine } from './verb';

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };

const usage = 'api-key add NAME [--media-host HOST] | api-key list | api-key revoke NAME';

type Wanted =
  | { readonly kind: 'add'; readonly name: string; readonly mediaHosts: readonly string[] }
  | { readonly kind: 'revoke'; readonly name: string }
  | { readonly kind: 'list' };

const isHost = (host: string): boolean => URL.canParse(`https://${host}`) && new URL(`https://${host}`).host === host;

/** What was asked for; null: it cannot be read. */
const wantedBy = (args: readonly string[]): Wanted | null => {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { 'media-host': { type: 'string', multiple: true } },
    });
    const [verb, name = '', ...others] = positionals;
    const mediaHosts = values['media-host'] ?? [];
    if (others.length > 0 || name.length > 20 || !mediaHosts.every(isHost)) return null;
    if (verb === 'list') return { kind: 'list' };
    if (name === '') return null;
    if (verb === 'add') return { kind: 'add', name, mediaHosts };
    return verb === 'revoke' ? { kind: 'revoke', name } : null;
  } catch {
    return null;
  }
};

const dayOf = (at: Date): string => at.toISOString().slice(0, 10);

const doWanted = async (keys: ApiKeys, wanted: Wanted, { stdout, stderr }: CommandLine): Promise<number> => {
  switch (wanted.kind) {
    case 'add': {
      const key = await keys.make(wanted);
      if (key === null) {
        stderr.write(`“${wanted.name}”已经有钥匙了，先 revoke · this name has a key: revoke it first.\n`);
        return 1;
      }
      stdout.write(`${key}\n`);
      stderr.write('只显示这一次，请收好 · shown this once; keep it safe.\n');
      return 0;
    }
    case 'revoke':
      if (await keys.revoke(wanted.name)) return 0;
      stderr.write(`没有在用的“${wanted.name}” · no key of this name is in use.\n`);
      return 1;
    case 'list':
      for (const { name, madeAt, revokedAt, mediaHosts } of await keys.list()) {
        const state = revokedAt === null ? 'in use' : `revoked ${dayOf(revokedAt)}`;
        stdout.write(`${[name, dayOf(madeAt), state, ...mediaHosts].join('\t')}\n`);
      }
      return 0;
  }
};

const onStore = async (config: Config, wanted: Wanted, line: CommandLine): Promise<number> => {
  const { community } = await loadPack(config.packFile);
  const { mongoUri } = servicesOf(config);
  if (mongoUri === null) {
    line.stderr.write('程序没有在运行，请先 npm start · Linli is not running: npm start first.\n');
    return 1;
  }
  const store = await createStore({ uri: mongoUri, communityId: community.id, log: silent });
  try {
    return await doWanted(store.apiKeys, wanted, line);
  } finally {
    await store.close();
  }
};

/** The verb `api-key`: keys of other systems that post requests by Open311. */
export const runApiKey = async (line: CommandLine): Promise<number> => {
  const wanted = wantedBy(line.args);
  if (wanted === null) {
    line.stderr.write(`${usage}\n`);
    return 2;
  }
  if (line.config.ok) return onStore(line.config.config, wanted, line);
  for (const { variable, problem } of line.config.problems) line.stderr.write(`${variable} ${problem}\n`);
  return 1;
};
