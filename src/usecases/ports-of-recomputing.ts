import type { Community } from '../domain/community/community';

/** Open matters must be looked at anew, because what their due moments come from has changed. */
export interface Recomputing {
  /** The version that they are brought to. */
  readonly version: number;
  /** The number of the last ticket that was. */
  readonly after: number;
  /** The rules before, when it was the pack that changed. */
  readonly before: Pick<Community, 'policy' | 'calendar' | 'areas' | 'categories'> | null;
}

/** How far the recomputation has come; kept, so that a start goes on where a kill ended. */
export interface Recomputation {
  pending(): Promise<Recomputing | null>;
  reached(version: number, after: number): Promise<void>;
  finish(version: number): Promise<void>;
}
