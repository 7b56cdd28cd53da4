import type { EventOf } from '../../ticket/ticket-event';
import type { HistorySteps } from '../history-steps';
import type { Speaker } from '../params';

type PapersStep = 'papers-asked' | 'papers-brought' | 'papers-missing' | 'papers-complete';

const missing = ({ by, listed, words }: EventOf<'papers-missing'>, s: Speaker): string =>
  listed.length > 0
    ? `${s.name(by)}看过，还缺清单上的：${listed.join('、')}`
    : `${s.name(by)}说清单以外还要补：“${s.words([words])}”`;

/** What became of the papers of an application. */
export const papersSteps = {
  'papers-asked': (event, s) => `一次说全了要的材料：${event.papers.join('、')}，等到${s.moment(event.until)}`,
  'papers-brought': (event) => `报的人送来了材料${event.photos.length > 0 ? `（${event.photos.length}张照片）` : ''}`,
  'papers-missing': missing,
  'papers-complete': (event, s) => `${s.name(event.by)}看过，材料齐了，开始算时间`,
} satisfies Pick<HistorySteps, PapersStep>;
