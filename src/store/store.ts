import type { Connection } from 'mongoose';
import type {
  Chats,
  Communities,
  Incidents,
  Invites,
  Leases,
  Ledger,
  Logger,
  Matters,
  Numbers,
  Outbox,
  People,
  Photos,
  Recomputation,
  UnitOfWork,
  Words,
} from '../usecases/ports';
import type { Figures } from '../usecases/ports-of-figures';
import type { Households, RoundMarks } from '../usecases/ports-of-rounds';
import type { ApiKeys, OpenTickets, PostedRequests } from '../usecases/ports-of-open-data';
import type { Menus } from '../usecases/ports-of-menus';
import type { Bans, Claims, Selves } from '../usecases/ports-of-people';
import type { Looks, Privacy } from '../usecases/ports-of-privacy';
import type { BoardTickets, MatterChanges } from '../usecases/ports-of-board';
import type { PublicPhotos } from '../usecases/ports-of-public-photos';
import type { Computers, Links, Sessions } from '../usecases/ports-of-pages';
import type { PackVersions } from '../usecases/ports-of-setup';
import type { Backups, FailedJobs, Sweeps } from '../usecases/ports-of-operations';
import type { PlatformStatuses } from '../usecases/ports-of-platforms';
import type { Uploads } from '../usecases/ports-of-uploads';
import type { SavedViews } from '../usecases/ports-of-views';
import type { SandboxStore } from '../usecases/sandbox-store';
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
import { openProgramClock, type ProgramClock } from './program-clock.store';
import { createRecomputation } from './matters/recomputation.store';
import { createSandboxStore } from './sandbox/sandbox.store';
import { createSavedViews } from './pages/saved-views.store';
import { createSessions } from './pages/sessions.store';
import { scopeOf } from './scope';
import { createSelves } from './people/selves.store';
import { createUploads } from './photos/uploads.store';
import { createUnitOfWork } from './matters/unit-of-work.store';
import { createWords } from './privacy/words.store';

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

export interface Stores {
  readonly unitOfWork: UnitOfWork;
  readonly matters: Matters;
  readonly words: Words;
  readonly photos: Photos;
  readonly uploads: Uploads;
  readonly numbers: Numbers;
  readonly chats: Chats;
  readonly people: People;
  readonly selves: Selves;
  readonly claims: Claims;
  readonly bans: Bans;
  readonly communities: Communities;
  readonly recomputation: Recomputation;
  readonly packVersions: PackVersions;
  readonly invites: Invites;
  readonly ledger: Ledger;
  readonly figures: Figures;
  readonly households: Households;
  readonly marks: RoundMarks;
  readonly outbox: Outbox;
  readonly board: BoardTickets;
  readonly changes: MatterChanges;
  readonly links: Links;
  readonly savedViews: SavedViews;
  readonly sessions: Sessions;
  readonly computers: Computers;
  readonly leases: Leases;
  readonly menus: Menus;
  readonly incidents: Incidents;
  readonly platformStatuses: PlatformStatuses;
  readonly sweeps: Sweeps;
  readonly failedJobs: FailedJobs;
  readonly backups: Backups;
  readonly clock: ProgramClock;
  readonly privacy: Privacy;
  readonly looks: Looks;
  readonly publicPhotos: PublicPhotos;
  readonly apiKeys: ApiKeys;
  readonly posted: PostedRequests;
  readonly openTickets: OpenTickets;
  readonly sandbox: SandboxStore;
  readonly savePack: ReturnType<typeof createSavePack>;
  /** The database answers, and its primary takes writes. Throws what is wrong. */
  ping(): Promise<void>;
  close(): Promise<void>;
  readonly connection: Connection;
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
