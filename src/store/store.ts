import type { Connection } from 'mongoose';
import type { Logger } from '../usecases/ports';
import { createBackups } from './backup/backups.store';
import { createApiKeys } from './open-data/api-keys.store';
import { createBans } from './people/bans.store';
import { createChats } from './people/chats.store';
import { createClaims } from './people/claims.store';
import { createCommunities } from './packs/communities.store';
import { createComputers } from './pages/computers.store';
import { createBoardTickets } from './matters/board-tickets.store';
import { createMenus } from './people/menus.store';
import { createMatterChanges } from './matters/matter-changes.store';
import { connectStore } from './connect.store';
import { findOldWords } from './privacy/find-old-words';
import { createFieldCipher } from './privacy/field-cipher';
import { createFigures } from './figures/figures.store';
import { createGridFiles } from './photos/grid-files';
import { createKnownMatters } from './matters/known-matters';
import { createHouseholds } from './people/households.store';
import { createRoundMarks } from './books/round-marks.store';
import { createIncidents } from './delivery/incidents.store';
import { createInvites } from './people/invites.store';
import { createLeases } from './leases.store';
import { createLooks } from './privacy/looks.store';
import { createLinks } from './pages/links.store';
import { createLedger } from './books/ledger.store';
import { createSavePack } from './packs/load-pack.store';
import { createMatters } from './matters/matters.store';
import { createWrites } from './last-write';
import { migrateStore } from './migrate.store';
import { openTables, type Tables } from './models';
import { createNumbers } from './matters/numbers.store';
import { createOpenTickets } from './matters/open-tickets.store';
import { createFailedJobs, createSweeps } from './delivery/operations.store';
import { createOutbox } from './delivery/outbox.store';
import { createPeople } from './people/people.store';
import { createPlatformStatuses } from './delivery/platform-statuses.store';
import { createPackVersions } from './packs/pack-versions.store';
import { createPhotos } from './photos/photos.store';
import { createPrivacy } from './privacy/privacy.store';
import { createPublicPhotos } from './photos/public-photos.store';
import { createPostedRequests } from './open-data/posted-requests.store';
import { openProgramClock } from './program-clock.store';
import { createRecomputation } from './matters/recomputation.store';
import { createSandboxStore } from './sandbox/sandbox.store';
import { createSavedViews } from './pages/saved-views.store';
import { createSessions } from './pages/sessions.store';
import { scopeOf } from './scope';
import type { Stores } from './stores';
import { createSelves } from './people/selves.store';
import { createUploads } from './photos/uploads.store';
import { createUnitOfWork } from './matters/unit-of-work.store';
import { createWords } from './privacy/words.store';

export type { Stores } from './stores';

export interface StoreOptions {
  readonly uri: string;
  readonly communityId: string;
  readonly log: Logger;
  /** The first seals fields of documents, all of them open; without one nothing can be sealed. */
  readonly fieldKeys?: readonly Buffer[];
  /** How long memory is trusted, in milliseconds of the machine's clock. */
  readonly rememberMs?: number;
  readonly communityPollMs?: number;
}

/** Connects, migrates, and opens everything that is kept of one community. */
export const createStore = async (options: StoreOptions): Promise<Stores> => {
  const connection = await connectStore(options.uri);
  try {
    const tables = openTables(connection);
    await migrateStore(connection, tables, options.log, [findOldWords(tables)]);
    return await openStores(connection, tables, options);
  } catch (error) {
    await connection.close();
    throw error;
  }
};

const openStores = async (connection: Connection, tables: Tables, options: StoreOptions): Promise<Stores> => {
  const scope = scopeOf(options.communityId);
  const remembering = options.rememberMs === undefined ? {} : { ttlMs: options.rememberMs };
  const onChange = () => {
    chats.forget();
    people.forget();
    selves.forget();
    words.forget();
  };
  const communities = createCommunities(tables, scope, { pollMs: options.communityPollMs, onChange });
  const onCommunity = () => communities.forget();
  const chats = createChats({ connection, tables, scope, onCommunity, ...remembering });
  const people = createPeople({
    connection,
    tables,
    scope,
    onCommunity,
    openPrivate: (chat) => chats.open(chat),
    ...remembering,
  });
  const selves = createSelves({
    connection,
    tables,
    scope,
    onChange: () => onLoaded(),
    ...remembering,
  });
  const incidents = createIncidents(tables, scope);
  const changes = createMatterChanges(tables, scope, options.log);
  const files = createGridFiles(connection, 'photo_files', scope);
  const cipher = createFieldCipher(options.fieldKeys ?? []);
  const aliases = () => selves.aliases();
  const words = createWords(tables, scope, { cipher, incidents });
  const onLoaded = () => {
    onChange();
    onCommunity();
  };
  return {
    unitOfWork: createUnitOfWork({
      connection,
      tables,
      scope,
      cipher,
      onPeople: (ids) => ids.length > 0 && people.forget(),
    }),
    matters: createMatters(tables, scope, aliases),
    words,
    photos: createPhotos({ tables, files, incidents, scope }),
    uploads: createUploads(createGridFiles(connection, 'upload_files', scope)),
    numbers: createNumbers(tables, scope),
    chats,
    people,
    selves,
    claims: createClaims(tables, scope),
    bans: createBans({ connection, tables, scope, onChange: () => onLoaded() }),
    communities,
    recomputation: createRecomputation(tables, scope, onCommunity),
    packVersions: createPackVersions(tables, scope),
    invites: createInvites(tables, scope),
    ledger: createLedger({ connection, tables, scope }),
    figures: createFigures(tables, scope),
    households: createHouseholds(tables, scope),
    marks: createRoundMarks(tables, scope),
    outbox: createOutbox(tables, scope),
    board: createBoardTickets({ tables, scope, known: createKnownMatters(tables, scope, aliases), aliases }),
    changes,
    links: createLinks(tables, scope),
    savedViews: createSavedViews(tables, scope),
    sessions: createSessions(tables, scope),
    writes: createWrites(connection),
    computers: createComputers(tables, scope),
    leases: createLeases(tables, scope),
    menus: createMenus(tables, scope),
    incidents,
    platformStatuses: createPlatformStatuses(tables, scope),
    sweeps: createSweeps(tables, scope),
    failedJobs: createFailedJobs(tables, scope),
    backups: createBackups(tables, scope),
    clock: await openProgramClock(tables, scope),
    publicPhotos: createPublicPhotos(tables, files, scope),
    privacy: createPrivacy({
      ...{ connection, tables, files, scope },
      aliases,
      onErased: onLoaded,
    }),
    looks: createLooks(tables, scope),
    apiKeys: createApiKeys(tables, scope),
    posted: createPostedRequests(tables, scope),
    openTickets: createOpenTickets(tables, scope),
    sandbox: createSandboxStore(connection, tables, scope),
    savePack: createSavePack({ connection, tables, scope, onLoaded }),
    ping: async () => {
      const { isWritablePrimary } = await connection.getClient().db('admin').command({ hello: 1 });
      if (isWritablePrimary !== true) throw new Error('MongoDB answers, but has no primary that takes writes.');
    },
    close: async () => {
      await changes.close();
      await connection.close();
    },
    connection,
  };
};
