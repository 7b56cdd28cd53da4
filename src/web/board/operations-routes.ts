import { html } from 'ghtml';
import { sayMoment } from '../../domain/wording/say-moment';
import type { Clock, Communities, Incidents, Outbox } from '../../usecases/ports';
import type { PlatformStatuses } from '../../usecases/ports-of-platforms';
import type { Answer, AskedBy, Html, PageRoute } from '../pages/page-route';
import { platformsPart } from './platforms-part';

type Counts = Readonly<Record<string, { readonly waiting: number; readonly active: number; readonly delayed: number }>>;

export interface OperationsNeeds {
  readonly clock: Clock;
  readonly communities: Communities;
  readonly incidents: Pick<Incidents, 'list'>;
  readonly outbox: Pick<Outbox, 'counts' | 'oldestDue'>;
  readonly platformStatuses: Pick<PlatformStatuses, 'list'>;
  /** Null while Redis is away. */
  readonly queueCounts: () => Promise<Counts | null>;
}

const words = {
  zh: {
    title: '运行情况',
    incidents: '要人处理的',
    fine: '没有要处理的。',
    mend: '怎么办',
    since: '从',
    times: (count: number) => `${count}次`,
    outbox: '消息',
    undelivered: '还没送到',
    givenUp: '送不到，已放弃',
    doubles: '可能送了两次',
    oldest: '等得最久的，从',
    queues: '队列',
    away: 'Redis 没有应答：提醒会晚半分钟，不会丢。请看 Redis 是否在运行。',
    queue: '队列',
    waiting: '等着',
    active: '正在做',
    delayed: '定了时间',
  },
  en: {
    title: 'Operations',
    incidents: 'To be mended',
    fine: 'Nothing is to be mended.',
    mend: 'What to do',
    since: 'since',
    times: (count: number) => `${count} times`,
    outbox: 'Messages',
    undelivered: 'not delivered yet',
    givenUp: 'given up',
    doubles: 'perhaps sent twice',
    oldest: 'the oldest waits since',
    queues: 'Queues',
    away: 'Redis does not answer: reminders come half a minute late, none is lost. Please see whether Redis runs.',
    queue: 'Queue',
    waiting: 'waiting',
    active: 'active',
    delayed: 'delayed',
  },
} as const;

type Own = (typeof words)['zh' | 'en'];
type Listed = Awaited<ReturnType<Incidents['list']>>;

const incidentsPart = (listed: Listed, own: Own, say: (at: Date) => string): Html =>
  listed.length === 0
    ? html`<p>${own.fine}</p>`
    : html`<ul>
        !${listed.map(
          ({ what, mend, since, times }) =>
            html`<li class="card">
              <strong>${what}</strong>
              <p>${own.since} ${say(since)}，${own.times(times)}</p>
              <p>${own.mend}：${mend}</p>
            </li>`,
        )}
      </ul>`;

const queuesPart = (counts: Counts | null, own: Own): Html =>
  counts === null
    ? html`<p>${own.away}</p>`
    : html`<div class="scroll" tabindex="0">
        <table>
          <thead>
            <tr>
              !${[own.queue, own.waiting, own.active, own.delayed].map((label) => html`<th scope="col">${label}</th>`)}
            </tr>
          </thead>
          <tbody>
            !${Object.entries(counts).map(
              ([name, { waiting, active, delayed }]) =>
                html`<tr>
                  <th scope="row">${name}</th>
                  !${[waiting, active, delayed].map((jobs) => html`<td>${jobs}</td>`)}
                </tr>`,
            )}
          </tbody>
        </table>
      </div>`;

const operations = async (needs: OperationsNeeds, { language }: AskedBy): Promise<Answer> => {
  const own = words[language];
  const machine = new Date();
  const [community, listed, counts, oldest, queues, platforms] = await Promise.all([
    needs.communities.current(),
    needs.incidents.list(),
    needs.outbox.counts(),
    needs.outbox.oldestDue({ program: needs.clock.now(), machine }),
    needs.queueCounts(),
    needs.platformStatuses.list(),
  ]);
  const say = (at: Date): string =>
    sayMoment(at.toISOString(), machine.toISOString(), community.calendar.timeZone, language);
  const main = html`<h1>${own.title}</h1>
    <section>
      <h2>${own.incidents}</h2>
      !${incidentsPart(listed, own, say)}
    </section>
    !${await platformsPart(platforms, language, say)}
    <section>
      <h2>${own.outbox}</h2>
      <ul>
        <li>${own.undelivered}：${counts.undelivered}</li>
        <li>${own.givenUp}：${counts.givenUp}</li>
        <li>${own.doubles}：${counts.doubles}</li>
        !${oldest === null ? '' : html`<li>${own.oldest} ${say(oldest)}</li>`}
      </ul>
    </section>
    <section>
      <h2>${own.queues}</h2>
      !${queuesPart(queues, own)}
    </section>`;
  return { kind: 'page', title: own.title, main };
};

/** What directors see of the program itself: what somebody must mend and how, messages, queues. */
export const operationsRoutes = (needs: OperationsNeeds): readonly PageRoute[] => [
  {
    method: 'GET',
    path: '/board/operations',
    who: ['director'],
    nav: { zh: words.zh.title, en: words.en.title },
    answer: (asked: AskedBy) => operations(needs, asked),
  },
];
