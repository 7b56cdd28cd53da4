import type { CareFile } from '../../care/care-file';
import type { Match } from '../../care/match-people';

/** Somebody it may be, with why. */
export interface Candidate {
  readonly file: CareFile;
  readonly why: Match['why'];
}
