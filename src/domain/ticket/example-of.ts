import type { CategoryId } from '../community/category';
import type { WordsId } from '../ids';
import type { TicketEvent } from './ticket-event';

/** What people made of words that Linli was not sure of, or got wrong: something for the next training. */
export interface Example {
  readonly words: readonly WordsId[];
  readonly group: 'residents' | 'riders';
  readonly photo: boolean;
  readonly intent: 'report' | 'chatter';
  readonly category: CategoryId | null;
  readonly critical: boolean;
  readonly note: 'category chosen' | 'false alarm' | 'danger denied' | 'danger confirmed';
}

type Learnt = Pick<Example, 'intent' | 'category' | 'critical' | 'note'>;

/** What one step teaches; null: nothing that the words did not say already. */
const learntFrom = (event: TicketEvent, category: CategoryId | null): Learnt | null => {
  if (event.kind === 'categorised') {
    const critical = event.class === 'critical';
    return { intent: 'report', category: event.category, critical, note: 'category chosen' };
  }
  if (event.kind === 'danger-denied')
    return { intent: 'report', category: event.category, critical: false, note: 'danger denied' };
  if (event.kind === 'danger-confirmed' && (event.why === 'reporter' || event.why === 'duty'))
    return { intent: 'report', category, critical: true, note: 'danger confirmed' };
  if (event.kind === 'stood-down' && event.why === 'false-alarm')
    return { intent: 'chatter', category: null, critical: false, note: 'false alarm' };
  return null;
};

/** The example that a ticket's history leaves, by what was said last; null for one that was understood from the start. */
export const exampleOf = (events: readonly TicketEvent[]): Example | null => {
  const [reported] = events;
  if (reported?.kind !== 'reported' || reported.words.length === 0) return null;
  const learnt = events.map((event) => learntFrom(event, reported.category)).findLast((each) => each !== null);
  return learnt
    ? {
        words: reported.words,
        group: reported.role === 'rider' ? 'riders' : 'residents',
        photo: reported.photos.length > 0,
        ...learnt,
      }
    : null;
};
