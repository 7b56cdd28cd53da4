import { z } from 'zod';
import { at, by, event, id, ids } from '../event-shape';

const names = z.array(z.string()).readonly();

/** What becomes of the papers of an application. Their names are the catalogue's, and nobody's secret. */
export const applyingEvents = [
  event('papers-asked', { ...at, papers: names, until: z.string() }),
  event('papers-brought', { ...by, words: ids, photos: ids }),
  /** `listed`: those of the list that are still missing; empty: a paper beyond the list, with the reason, in the words. */
  event('papers-missing', { ...by, words: id, listed: names, until: z.string() }),
  event('papers-complete', by),
] as const;
