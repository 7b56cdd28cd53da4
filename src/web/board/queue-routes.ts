import { html } from 'ghtml';
import { z } from 'zod';
import { sayTime } from '../../domain/wording/say-moment';
import { nameJobs } from '../../usecases/operations/name-jobs';
import { queueNames, type QueuedJob, type QueueName } from '../../usecases/ports-of-operations';
import { form } from '../pages/layout';
import { go, nothing, type Answer, type AskedBy, type Html, type PageRoute } from '../pages/page-route';
import { namedView } from './operations/named';
import { operationsWords, type OperationsWords } from './operations/operations-words';
import { table } from './operations/table';
import type { OperationsNeeds } from './operations-routes';

export type QueueNeeds = Pick<
  OperationsNeeds,
  'queues' | 'failedJobs' | 'chats' | 'people' | 'photos' | 'communities' | 'machine'
>;

/** Of each queue and state. */
const most = 20;

const Act = z.discriminatedUnion('act', [
  z.object({ act: z.literal('now'), queue: z.enum(queueNames), job: z.string().min(1).max(300) }),
  z.object({ act: z.literal('again'), job: z.string().min(1).max(100) }),
]);

interface Shown {
  readonly own: OperationsWords;
  readonly csrf: string;
  readonly say: (at: Date) => string;
}

const button = (csrf: string, label: string, fields: Readonly<Record<string, string>>): Html =>
  form(
    csrf,
    '/board/operations/queues/act',
    html`!${Object.entries(fields).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`)}<button>
        ${label}
      </button>`,
  );

type Named = Awaited<ReturnType<typeof nameJobs<QueuedJob & { readonly queue: QueueName }>>>[number];

const jobRow = (job: Named, { own, csrf, say }: Shown): readonly Html[] => [
  namedView(job.named, own),
  html`${own.names[job.queue]}`,
  html`${own[job.state]}`,
  html`${say(job.dueAt ?? job.addedAt)}`,
  html`${job.tries}`,
  job.state === 'delayed' ? button(csrf, own.now, { act: 'now', queue: job.queue, job: job.id }) : '',
];

const jobsPart = async (needs: QueueNeeds, shown: Shown): Promise<Html> => {
  const { own } = shown;
  const found = await Promise.all(
    queueNames.map(async (queue) => (await needs.queues.jobs(queue, most))?.map((job) => ({ ...job, queue })) ?? null),
  );
  if (found.some((jobs) => jobs === null)) return html`<p>${own.away}</p>`;
  const jobs = await nameJobs(
    needs,
    found.flatMap((each) => each ?? []),
  );
  if (jobs.length === 0) return html`<p>${own.noJobs}</p>`;
  const heads = [own.job, own.queue, own.state, own.when, own.tries, own.now];
  return table(
    own.queuesTitle,
    heads,
    jobs.map((job) => jobRow(job, shown)),
  );
};

const failedPart = async (needs: QueueNeeds, { own, csrf, say }: Shown): Promise<Html> => {
  const failed = await nameJobs(needs, await needs.failedJobs.list(most * queueNames.length));
  const rows = failed.map((job) => [
    namedView(job.named, own),
    html`${own.names[job.queue]}`,
    html`${job.why}`,
    html`${say(job.at)}`,
    html`${job.times}`,
    button(csrf, own.again, { act: 'again', job: job.id }),
  ]);
  const heads = [own.job, own.queue, own.why, own.when, own.tries, own.again];
  return html`<section>
    <h2>${own.failed}</h2>
    !${rows.length === 0 ? html`<p>${own.noFailed}</p>` : table(own.failed, heads, rows)}
  </section>`;
};

const queues = async (needs: QueueNeeds, { language, csrf }: AskedBy): Promise<Answer> => {
  const own = operationsWords[language];
  const { calendar } = await needs.communities.current();
  const now = needs.machine.now().toISOString();
  const shown: Shown = { own, csrf, say: (at) => sayTime(at.toISOString(), now, calendar.timeZone, language) };
  const main = html`<h1>${own.queuesTitle}</h1>
    <p class="soft">${own.empty}</p>
    !${await jobsPart(needs, shown)}!${await failedPart(needs, shown)}
    <p><a href="/board/operations">${own.back}</a></p>`;
  return { kind: 'page', title: own.queuesTitle, main };
};

/** False: it is no longer there; null: Redis is away, and it stays listed. */
const actOn = async ({ queues: look, failedJobs }: QueueNeeds, act: z.infer<typeof Act>): Promise<boolean | null> => {
  if (act.act === 'now') return look.promote(act.queue, act.job);
  const failed = await failedJobs.take(act.job);
  if (failed === null) return false;
  const done = await look.again(failed.of);
  if (done === null) await failedJobs.note(failed);
  return done;
};

/** Each job of the queues, for directors: how it stands, what failed and why, and once more by a press. */
export const queueRoutes = (needs: QueueNeeds): readonly PageRoute[] => [
  {
    method: 'GET',
    path: '/board/operations/queues',
    who: ['director'],
    answer: (asked: AskedBy) => queues(needs, asked),
  },
  {
    method: 'POST',
    path: '/board/operations/queues/act',
    who: ['director'],
    answer: async ({ fields, language }: AskedBy): Promise<Answer> => {
      const read = Act.safeParse(fields);
      if (!read.success) return nothing;
      const done = await actOn(needs, read.data);
      const own = operationsWords[language];
      if (done === true) return go('/board/operations/queues');
      const main = html`<section class="message">
        <p>${done === null ? own.away : own.gone}</p>
        <p><a class="button" href="/board/operations/queues">${own.queuesTitle}</a></p>
      </section>`;
      return { kind: 'page', title: own.queuesTitle, main, status: 409 };
    },
  },
];
