import type { EventOf } from '../../ticket/ticket-event';
import type { HistorySteps } from '../history-steps';
import type { Speaker } from '../params';
import { namesOf } from './ticket-papers';

type PapersStep = 'papers-asked' | 'papers-brought' | 'papers-missing' | 'papers-complete';

const missing = ({ by, listed, words }: EventOf<'papers-missing'>, s: Speaker): string =>
  listed.length > 0
    ? `${s.name(by)} looked; still missing of the list: ${namesOf(listed)}`
    : `${s.name(by)} asked for a paper beyond the list: "${s.words([words])}"`;

/** What became of the papers of an application. */
export const papersSteps = {
  'papers-asked': (event, s) => `told the whole list: ${namesOf(event.papers)}; waits until ${s.moment(event.until)}`,
  'papers-brought': (event) =>
    `papers came from the reporter${event.photos.length > 0 ? ` (photos: ${event.photos.length})` : ''}`,
  'papers-missing': missing,
  'papers-complete': (event, s) => `${s.name(event.by)} looked: the papers are complete, the clock starts`,
} satisfies Pick<HistorySteps, PapersStep>;
