/** How a platform's account stands; kept, so that the board, in whatever process, shows it. */
export interface PlatformStatus {
  readonly platform: string;
  readonly account: string;
  /**
   * starting: it is being connected; scan: somebody must scan `qr` with the account's telephone; on: it hears and speaks;
   * logged-out: the platform ended the login; lost: it can't be reached, and is being tried again; off: stopped.
   */
  readonly state: 'starting' | 'scan' | 'on' | 'logged-out' | 'lost' | 'off';
  /** What the code to be scanned says: draw it as a QR code. Null: nothing is to be scanned. */
  readonly qr: string | null;
  /** The name it is logged in as. */
  readonly as: string | null;
}

export interface PlatformStatuses {
  /** The same state again changes no `since`. */
  put(status: PlatformStatus): Promise<void>;
  /** `seenAt`: when it was last put, by the machine's clock; one that was not for a minute may be of a process that is gone. */
  list(): Promise<readonly (PlatformStatus & { readonly since: Date; readonly seenAt: Date })[]>;
}
