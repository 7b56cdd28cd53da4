import type { Lexicon } from '../domain/understanding/lexicon';
import type { Reading, Utterance } from '../domain/understanding/reading';
import type { CommitPorts } from './deciding/commit-decision';
import type {
  Clock,
  Communities,
  Invites,
  Ledger,
  Logger,
  Matters,
  Numbers,
  Outbox,
  People,
  Photos,
  Words,
} from './ports';
import type { SecondReader } from './port-of-second-reader';
import type { Computers, Links, Sessions } from './ports-of-pages';
import type { Floods } from './hearing/floods';
import type { Households, RoundMarks } from './ports-of-rounds';
import type { Figures } from './ports-of-figures';
import type { Privacy } from './ports-of-privacy';
import type { Bans, Claims, Selves } from './ports-of-people';
import type { Uploads } from './ports-of-uploads';

/** Everything the engine leans on; wired in `app.ts`. */
export interface EnginePorts extends CommitPorts {
  readonly clock: Clock;
  readonly communities: Communities;
  readonly people: People;
  readonly selves: Selves;
  readonly claims: Claims;
  readonly bans: Bans;
  readonly floods: Floods;
  readonly privacy: Privacy;
  readonly matters: Matters;
  readonly words: Words;
  readonly photos: Pick<Photos, 'byId' | 'byIds'>;
  readonly uploads: Pick<Uploads, 'keep' | 'remove' | 'removeOld'>;
  readonly numbers: Numbers;
  readonly outbox: Outbox;
  readonly ledger: Ledger;
  readonly figures: Figures;
  readonly households: Households;
  readonly marks: RoundMarks;
  readonly invites: Invites;
  readonly links: Links;
  readonly sessions: Sessions;
  readonly computers: Computers;
  /** Where our pages are: `https://linli.example`, without a slash at its end. */
  readonly siteUrl: () => string;
  readonly understand: (utterance: Utterance, lexicon: Lexicon) => Reading;
  readonly secondReader: SecondReader;
  /** Brings open matters to what holds since a change of duty; what takes too long is left to the sweep. */
  readonly recompute: () => Promise<unknown>;
  /** A fresh id for a document; random, so that two processes never draw the same. */
  readonly newId: () => string;
  /** Random digits for a code that nobody can guess. */
  readonly drawDigits: (count: number) => string;
  /** Runs jobs of one key one after another, in this process, so that they need not fail on each other in the database. */
  readonly inTurn: <T>(key: string, job: () => Promise<T>) => Promise<T>;
  readonly log: Logger;
}
