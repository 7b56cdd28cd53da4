import type { Connection } from 'mongoose';
import type {
  Chats,
  Communities,
  Incidents,
  Invites,
  Leases,
  Ledger,
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
import type { Computers, Links, Sessions, Writes } from '../usecases/ports-of-pages';
import type { PackVersions } from '../usecases/ports-of-setup';
import type { Backups, FailedJobs, Sweeps } from '../usecases/ports-of-operations';
import type { PlatformStatuses } from '../usecases/ports-of-platforms';
import type { Uploads } from '../usecases/ports-of-uploads';
import type { SavedViews } from '../usecases/ports-of-views';
import type { SandboxStore } from '../usecases/sandbox-store';
import type { createSavePack } from './packs/load-pack.store';
import type { ProgramClock } from './program-clock.store';

/** Everything that is kept of one community. */
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
  readonly writes: Writes;
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
