import { by, event, id, ids } from '../event-shape';

/** Who saw what is private: who it may be, from the ledger of people in care (the files are named, nobody in them). */
export const identifyingEvents = [
  event('candidates-shown', { ...by, files: ids }),
  event('family-shown', { ...by, file: id }),
  /** Telephone numbers, plates and the like in what was said; `words`: why, of somebody whose matter it is not. */
  event('numbers-shown', { ...by, words: id.nullable() }),
  /** What a member of staff said to thanking in the riders' group; `groups` empty: better not. */
  event('thanks-judged', { ...by, words: id, groups: ids }),
] as const;
