import { html } from 'ghtml';
import { postingReasons as enReasons } from '../../domain/wording/en/posting-reasons';
import { sayDate, type Language } from '../../domain/wording/say-moment';
import { postingReasons as zhReasons } from '../../domain/wording/zh/posting-reasons';
import type { StatementPage } from '../../usecases/pages/statement-of';
import type { Html } from '../pages/page-route';
import { statementWords } from './statement-words';

const reasons = { zh: zhReasons, en: enReasons } as const;

const signed = (points: number): string => (points < 0 ? String(points) : `+${points}`);

interface AccountView {
  readonly language: Language;
  readonly now: string;
  readonly timeZone: string;
  /** What the account is called here. */
  readonly title: string;
  /** The address of the older lines; null: there are none. */
  readonly older: string | null;
}

const linesView = ({ lines }: StatementPage, { language, now, timeZone, title }: AccountView): Html => {
  const own = statementWords[language];
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${title}">
    <table>
      <thead>
        <tr>
          <th scope="col">${own.date}</th>
          <th scope="col">${own.reason}</th>
          <th scope="col">${own.points}</th>
          <th scope="col">${own.after}</th>
        </tr>
      </thead>
      <tbody>
        !${lines.map(
          ({ at, reason, number, points, balance }) =>
            html`<tr>
              <td><time datetime="${at}">${sayDate(at, now, timeZone, language)}</time></td>
              <td>${reasons[language][reason]}${number == null ? '' : ` #${number}`}</td>
              <td class="number">${signed(points)}</td>
              <td class="number">${balance}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
};

/** One account: its balance, and the lines that led to it. */
export const accountView = (account: StatementPage, view: AccountView): Html => {
  const own = statementWords[view.language];
  return html`<section>
    <h2>${view.title} <strong>${own.balance(account.balance)}</strong></h2>
    !${account.lines.length === 0 ? html`<p>${own.none}</p>` : linesView(account, view)}
    !${view.older === null ? '' : html`<p class="screen-only"><a class="button" href="${view.older}">${own.older}</a></p>`}
  </section>`;
};
