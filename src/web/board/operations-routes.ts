import { html } from 'ghtml';
import { z } from 'zod';
import { sayMoment } from '../../domain/wording/say-moment';
import { lookAtBudgets, type BudgetLookPorts } from '../../usecases/operations/look-at-budgets';
import { nameChats, type NamePorts } from '../../usecases/operations/name-jobs';
import type { Clock, Communities, Incidents, Outbox, WakeUps } from '../../usecases/ports';
import type { Backups, FailedJobs, QueueLook, Sweeps } from '../../usecases/ports-of-operations';
import type { PlatformStatuses } from '../../usecases/ports-of-platforms';
import { go, nothing, type Answer, type AskedBy, type Html, type PageRoute } from '../pages/page-route';
import { backupsPart } from './operations/backups-part';
import { budgetsPart } from './operations/budgets-part';
import { operationsWords, type OperationsWords } from './operations/operations-words';
import { outboxPart } from './operations/outbox-part';
import { queuesPart } from './operations/queues-part';
import { sweepPart } from './operations/sweep-part';
import { platformsPart } from './platforms-part';

export interface OperationsNeeds extends Omit<BudgetLookPorts, 'outbox' | 'chats'>, NamePorts {
  readonly clock: Clock;
  readonly communities: Communities;
  readonly incidents: Pick<Incidents, 'list'>;
  readonly outbox: Pick<Outbox, 'counts' | 'oldestDue' | 'undelivered' | 'givenUp' | 'sentSince' | 'again'>;
  readonly wakeUps: Pick<WakeUps, 'drain'>;
  readonly platformStatuses: Pick<PlatformStatuses, 'list'>;
  readonly sweeps: Pick<Sweeps, 'last'>;
  readonly failedJobs: Pick<FailedJobs, 'list' | 'take' | 'note'>;
  readonly queues: QueueLook;
  readonly backups: Pick<Backups, 'last'>;
}

/** Of each list of messages, and of what failed. */
const shownMost = 20;
const failedMost = 200;

const Again = z.object({ message: z.string().min(1).max(100) });

type Listed = Awaited<ReturnType<Incidents['list']>>;

const incidentsPart = (listed: Listed, own: OperationsWords, say: (at: Date) => string): Html =>
  html`<section>
    <h2>${own.incidents}</h2>
    !${
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
          </ul>`
    }
  </section>`;

const outboxShown = async (needs: OperationsNeeds, machine: Date) => {
  const [counts, oldest, undelivered, givenUp] = await Promise.all([
    needs.outbox.counts(),
    needs.outbox.oldestDue({ program: needs.clock.now(), machine }),
    needs.outbox.undelivered(shownMost),
    needs.outbox.givenUp(shownMost),
  ]);
  return { counts, oldest, undelivered, givenUp };
};

const operations = async (needs: OperationsNeeds, { language, csrf }: AskedBy): Promise<Answer> => {
  const own = operationsWords[language];
  const machine = needs.machine.now();
  const [community, listed, outbox, queues, failed, platforms, sweep, budgets, backup] = await Promise.all([
    needs.communities.current(),
    needs.incidents.list(),
    outboxShown(needs, machine),
    needs.queues.counts(),
    needs.failedJobs.list(failedMost),
    needs.platformStatuses.list(),
    needs.sweeps.last(),
    lookAtBudgets(needs),
    needs.backups.last(),
  ]);
  const names = await nameChats(needs, [
    ...[...outbox.undelivered, ...outbox.givenUp].map(({ chat }) => chat),
    ...budgets.flatMap(({ chat }) => chat?.id ?? []),
  ]);
  const say = (at: Date): string =>
    sayMoment(at.toISOString(), machine.toISOString(), community.calendar.timeZone, language);
  const main = html`<h1>${own.title}</h1>
    !${incidentsPart(listed, own, say)}!${await platformsPart(platforms, language, say)}
    !${sweepPart(sweep, own, machine, say)}!${outboxPart({ ...outbox, names }, { own, csrf, machine, say })}
    !${budgetsPart(budgets, names, own)}!${queuesPart(queues, failed, own)}!${backupsPart(backup, own, machine, say)}`;
  return { kind: 'page', title: own.title, main };
};

/** What directors see of the program itself: what somebody must mend and how, messages, budgets, sweeps, queues. */
export const operationsRoutes = (needs: OperationsNeeds): readonly PageRoute[] => [
  {
    method: 'GET',
    path: '/board/operations',
    who: ['director'],
    nav: { zh: operationsWords.zh.title, en: operationsWords.en.title },
    answer: (asked: AskedBy) => operations(needs, asked),
  },
  {
    method: 'POST',
    path: '/board/operations/send-again',
    who: ['director'],
    answer: async ({ fields }: AskedBy) => {
      const read = Again.safeParse(fields);
      const row = read.success ? await needs.outbox.again(read.data.message) : null;
      if (!row) return nothing;
      await needs.wakeUps.drain([{ chat: row.chat, urgency: row.say.urgency }]);
      return go('/board/operations');
    },
  },
];
