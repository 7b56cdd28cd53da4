import { html } from 'ghtml';
import type { BudgetUse } from '../../../usecases/operations/look-at-budgets';
import type { NamedSubject } from '../../../usecases/operations/name-jobs';
import type { Html } from '../../pages/page-route';
import { namedView } from './named';
import type { OperationsWords } from './operations-words';
import { table } from './table';

const secondsOf = (seconds: number): string => String(Number(seconds.toFixed(3)));

const lineOf = (
  { platform, account, chat, ...use }: BudgetUse,
  own: OperationsWords,
  names: ReadonlyMap<string, NamedSubject>,
): readonly Html[] => [
  chat === null ? html`${own.account(platform, account)}` : namedView(names.get(chat.id) ?? null, own),
  html`${own.per(use.limit, secondsOf(use.seconds))}`,
  ...[use.used, use.left, use.reserve, use.inLastMinute].map((count) => html`${count}`),
];

/** What the platforms let us send, account by account and chat by chat, and how much of it is left. */
export const budgetsPart = (
  uses: readonly BudgetUse[],
  names: ReadonlyMap<string, NamedSubject>,
  own: OperationsWords,
): Html =>
  html`<section>
    <h2>${own.budgets}</h2>
    !${
      uses.length === 0
        ? html`<p>${own.noBudget}</p>`
        : table(
            own.budgets,
            [own.budgetOf, own.limit, own.used, own.left, own.reserve, own.minute],
            uses.map((use) => lineOf(use, own, names)),
          )
    }
  </section>`;
