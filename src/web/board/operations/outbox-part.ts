import { html } from 'ghtml';
import type { Outbox, OutboxRow } from '../../../usecases/ports';
import { failureText } from '../../../usecases/sending/failure-text';
import type { NamedSubject } from '../../../usecases/operations/name-jobs';
import { form } from '../../pages/layout';
import type { Html } from '../../pages/page-route';
import { matterLink, namedView } from './named';
import type { OperationsWords } from './operations-words';
import { table } from './table';

export interface OutboxShown {
  readonly counts: Awaited<ReturnType<Outbox['counts']>>;
  readonly oldest: Date | null;
  readonly undelivered: readonly OutboxRow[];
  readonly givenUp: readonly OutboxRow[];
  readonly names: ReadonlyMap<string, NamedSubject>;
}

interface Saying {
  readonly own: OperationsWords;
  readonly csrf: string;
  readonly machine: Date;
  readonly say: (at: Date) => string;
}

const cellsOf = (row: OutboxRow, names: OutboxShown['names'], { own, say }: Saying): readonly Html[] => [
  namedView(names.get(row.chat) ?? null, own),
  matterLink(row.matter?.number ?? null, row.matter?.kind === 'ticket', ''),
  html`${say(row.createdAt)}`,
  html`${row.attempts}`,
  html`!${row.say.urgency === 'critical' ? html`<span class="mark alarm">${own.urgent}</span> ` : ''}${failureText(row.lastError ?? '')}`,
];

const waiting = ({ undelivered, names }: OutboxShown, saying: Saying): Html => {
  const { own, machine, say } = saying;
  const heads = [own.to, own.about, own.made, own.tries, own.why, own.next];
  const rows = undelivered.map((row) => [
    ...cellsOf(row, names, saying),
    html`${row.notBefore > machine ? say(row.notBefore) : ''}`,
  ]);
  return rows.length === 0
    ? ''
    : html`<h3>${own.undelivered}</h3>
        !${table(own.undelivered, heads, rows)}`;
};

const abandoned = ({ givenUp, names }: OutboxShown, saying: Saying): Html => {
  const { own, csrf } = saying;
  const heads = [own.to, own.about, own.made, own.tries, own.why, own.sendAgain];
  const rows = givenUp.map((row) => [
    ...cellsOf(row, names, saying),
    form(
      csrf,
      '/board/operations/send-again',
      html`<input type="hidden" name="message" value="${row.id}" /><button>${own.sendAgain}</button>`,
    ),
  ]);
  return rows.length === 0
    ? ''
    : html`<h3>${own.givenUp}</h3>
        !${table(own.givenUp, heads, rows)}`;
};

/** What is still to be said, what nobody could be told, and why; never the words themselves. */
export const outboxPart = (shown: OutboxShown, saying: Saying): Html => {
  const { counts, oldest } = shown;
  const { own, say } = saying;
  return html`<section>
    <h2>${own.outbox}</h2>
    <ul>
      <li>${own.undelivered}：${counts.undelivered}</li>
      <li>${own.givenUp}：${counts.givenUp}</li>
      <li>${own.doubles}：${counts.doubles}</li>
      !${oldest === null ? '' : html`<li>${own.oldest} ${say(oldest)}</li>`}
    </ul>
    !${waiting(shown, saying)}!${abandoned(shown, saying)}
  </section>`;
};
