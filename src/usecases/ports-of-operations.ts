import type { MatterRef } from '../domain/decision';
import type { ChatId, PhotoId } from '../domain/ids';

/** One look at everything that is due, on the machine's clock: what it did, and how long it took. */
export interface SweepRun {
  readonly at: Date;
  readonly ms: number;
  readonly recomputed: number;
  readonly ticked: number;
  readonly drained: number;
  readonly fetched: number;
  readonly failed: number;
}

export interface Sweeps {
  note(run: SweepRun): Promise<void>;
  last(): Promise<SweepRun | null>;
}

export const queueNames = ['deliver', 'wake', 'photos'] as const;
export type QueueName = (typeof queueNames)[number];

/** What a job is there for; ids only. */
export type JobSubject =
  | { readonly kind: 'chat'; readonly chat: ChatId }
  | { readonly kind: 'matter'; readonly matter: MatterRef }
  | { readonly kind: 'photo'; readonly photo: PhotoId };

export type JobState = 'active' | 'waiting' | 'delayed';

export interface QueuedJob {
  readonly id: string;
  readonly state: JobState;
  /** Null: its data are not those of its queue. */
  readonly of: JobSubject | null;
  readonly addedAt: Date;
  /** Of a delayed one. */
  readonly dueAt: Date | null;
  readonly tries: number;
}

/** A queue keeps no job that failed: its id would be barred. So what failed, and why, is noted here. */
export interface FailedJob {
  readonly id: string;
  readonly queue: QueueName;
  readonly of: JobSubject;
  readonly why: string;
  /** When it last failed. */
  readonly at: Date;
  readonly times: number;
}

export interface FailedJobs {
  note(failed: Pick<FailedJob, 'queue' | 'of' | 'why'>): Promise<void>;
  /** The last to fail first. */
  list(limit: number): Promise<readonly FailedJob[]>;
  /** It is done again: no longer listed. Null: it is not there (any more). */
  take(id: string): Promise<FailedJob | null>;
}

export interface QueueCount {
  readonly waiting: number;
  readonly active: number;
  readonly delayed: number;
}
export type QueueCounts = Readonly<Record<QueueName, QueueCount>>;

/** The queues as directors look at them; each answers null while Redis is away. */
export interface QueueLook {
  counts(): Promise<QueueCounts | null>;
  /** The next of each state. */
  jobs(queue: QueueName, limit: number): Promise<readonly QueuedJob[] | null>;
  /** Does not wait for the moment of a delayed one; false: it is not delayed (any more). */
  promote(queue: QueueName, id: string): Promise<boolean | null>;
  /** Does once more what failed; whoever does it looks first whether it is still to be done. */
  again(of: JobSubject): Promise<boolean | null>;
}

/** A copy of everything, as it stood at one moment. */
export interface Backup {
  readonly file: string;
  readonly at: Date;
  readonly bytes: number;
  readonly documents: number;
  /** When it was last read to its end and found whole. */
  readonly verifiedAt: Date | null;
}

export interface Backups {
  /** `folder`: where it lies; there it is also said who was forgotten since. */
  note(made: Omit<Backup, 'verifiedAt'> & { readonly folder: string }): Promise<void>;
  verified(file: string, at: Date): Promise<void>;
  last(): Promise<Backup | null>;
}
