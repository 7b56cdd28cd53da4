import type { Config } from '../config';
import type { Community } from '../domain/community/community';
import type { Moment } from '../domain/ids';
import { loadPack } from '../load-pack';
import { createAudit } from '../store/privacy/audit.store';
import { createFieldCipher } from '../store/privacy/field-cipher';
import { createCommunities } from '../store/packs/communities.store';
import { connectStore } from '../store/connect.store';
import { openTables } from '../store/models';
import { openProgramClock } from '../store/program-clock.store';
import { scopeOf } from '../store/scope';
import { readAliases } from '../store/people/selves.store';
import { createWords } from '../store/privacy/words.store';
import type { Audit } from '../usecases/audit/audit-ports';
import type { Words } from '../usecases/ports';
import { servicesOf } from './services';
import type { CommandLine } from './verb';

interface Opened {
  readonly audit: Audit;
  readonly words: Words;
  /** As the program runs by it: the pack, with what was said since. */
  readonly community: Community;
  /** By the program's clock. */
  readonly now: Moment;
}

const openOn = async <T>(uri: string, communityId: string, look: (opened: Opened) => Promise<T>): Promise<T> => {
  const connection = await connectStore(uri);
  try {
    const tables = openTables(connection);
    const scope = scopeOf(communityId);
    const community = await createCommunities(tables, scope, { onChange: () => undefined }).current();
    const clock = await openProgramClock(tables, scope);
    return await look({
      // What is sealed stays so: no check needs to know who is in care.
      audit: createAudit(tables, scope, () => readAliases(tables, scope)),
      words: createWords(tables, scope, {
        cipher: createFieldCipher([]),
        incidents: { open: () => Promise.resolve() },
      }),
      community,
      now: clock.now().toISOString(),
    });
  } finally {
    await connection.close();
  }
};

const openFor = async (
  config: Config,
  { stderr }: CommandLine,
  look: (opened: Opened) => Promise<number>,
): Promise<number> => {
  const { community } = await loadPack(config.packFile);
  const { mongoUri } = servicesOf(config);
  if (mongoUri !== null) return openOn(mongoUri, community.id, look);
  stderr.write('程序没有在运行，请先 npm start · Linli is not running: npm start first.\n');
  return 1;
};

/** Opens what is stored of the community, without migrating or starting anything, and closes it again. */
export const withAudit = async (line: CommandLine, look: (opened: Opened) => Promise<number>): Promise<number> => {
  if (line.config.ok) return openFor(line.config.config, line, look);
  for (const { variable, problem } of line.config.problems) line.stderr.write(`${variable} ${problem}\n`);
  return 1;
};
