import type { Moment, PersonId } from '../domain/ids';

/** How the community was set up from then on: the pack's own YAML, whoever said it last. */
export interface PackVersion {
  /** 1, 2, 3 … without a gap. */
  readonly number: number;
  readonly at: Moment;
  /** Null: the file that the program was started with. */
  readonly by: PersonId | null;
  /** The parts that changed, as the board calls them; of the file nobody knows. */
  readonly parts: readonly string[];
  /** The version whose words were taken back with this one. */
  readonly restores: number | null;
  readonly text: string;
  /** Of the text as it was said: names of who is forgotten are taken out of it later. */
  readonly fingerprint: string;
}

export interface PackVersions {
  latest(): Promise<PackVersion | null>;
  byNumber(number: number): Promise<PackVersion | null>;
  /** The newest that came from the file. */
  latestOfFile(): Promise<PackVersion | null>;
  /** The newest first, without their texts. */
  list(limit: number): Promise<readonly Omit<PackVersion, 'text' | 'fingerprint'>[]>;
  /** False: somebody else was first with this number. */
  add(version: Omit<PackVersion, 'fingerprint'>): Promise<boolean>;
  /** Whether a text is this version's. */
  isOf(text: string, version: PackVersion): boolean;
}
