import { html } from 'ghtml';
import { queueNames, type QueueCounts } from '../../../usecases/ports-of-operations';
import type { Html } from '../../pages/page-route';
import type { OperationsWords } from './operations-words';
import { table } from './table';

/** How much stands in each queue; each of it is a page of its own. */
export const queuesPart = (
  counts: QueueCounts | null,
  failed: readonly { readonly queue: string }[],
  own: OperationsWords,
): Html =>
  html`<section>
    <h2>${own.queues}</h2>
    !${
      counts === null
        ? html`<p>${own.away}</p>`
        : table(
            own.queues,
            [own.queue, own.waiting, own.active, own.delayed, own.failed],
            queueNames.map((name) => {
              const { waiting, active, delayed } = counts[name];
              const fails = failed.filter(({ queue }) => queue === name).length;
              return [html`${own.names[name]}`, ...[waiting, active, delayed, fails].map((jobs) => html`${jobs}`)];
            }),
          )
    }
    <p><a href="/board/operations/queues">${own.queuesMore}</a></p>
  </section>`;
