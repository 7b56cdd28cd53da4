/** The program's clock: everything people can see. The sandbox moves it; its offset is in the database. */
export interface Clock {
  now(): Date;
}

/** A lease with a fencing number, on the machine's clock. */
export interface Lease {
  readonly name: string;
  readonly fence: number;
}

export interface Leases {
  /** Null when somebody else holds it. */
  take(name: string, holder: string, ttlMs: number): Promise<Lease | null>;
  /** False when it was lost. */
  renew(lease: Lease, ttlMs: number): Promise<boolean>;
  release(lease: Lease): Promise<void>;
}

/** What went wrong for good, shown to staff; one open incident a subject. */
export interface Incidents {
  open(subject: string, what: string, mend: string): Promise<void>;
  close(subject: string): Promise<void>;
  list(): Promise<readonly { subject: string; what: string; mend: string; since: Date; times: number }[]>;
}

export interface Logger {
  info(data: object, message: string): void;
  warn(data: object, message: string): void;
  error(data: object, message: string): void;
}
