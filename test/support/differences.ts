import { createAudit } from '../../src/store/privacy/audit.store';
import { createCommunities } from '../../src/store/packs/communities.store';
import { connectStore } from '../../src/store/connect.store';
import { openTables, type Tables } from '../../src/store/models';
import { scopeOf } from '../../src/store/scope';
import { readAliases } from '../../src/store/people/selves.store';
import { rebuild } from '../../src/usecases/audit/rebuild';

/** What is stored otherwise than its events make it; as `cli rebuild` tells it. */
export const differencesOf = async (tables: Tables): Promise<readonly string[]> => {
  const scope = scopeOf('demo');
  const community = await createCommunities(tables, scope, { onChange: () => undefined }).current();
  const found: string[] = [];
  await rebuild(
    createAudit(tables, scope, () => readAliases(tables, scope)),
    community,
    {
      write: false,
      report: ({ of, field, stored, recomputed }) =>
        found.push(`${of} ${field}: ${JSON.stringify(stored)} / ${JSON.stringify(recomputed)}`),
    },
  );
  return found;
};

export const differencesIn = async (mongoUri: string): Promise<readonly string[]> => {
  const connection = await connectStore(mongoUri);
  try {
    return await differencesOf(openTables(connection));
  } finally {
    await connection.close();
  }
};
