import { html } from 'ghtml';
import type { WordingParams } from '../../domain/wording/params';
import type { Language } from '../../domain/wording/say-moment';
import type { Html } from '../pages/page-route';
import { shopWords } from './shop-words';

type Settled = WordingParams['reward.settlement'];

const sumOf = (lines: Settled['shops'][number]['lines'], what: 'pieces' | 'points'): number =>
  lines.reduce((sum, line) => sum + line[what], 0);

const table = ({ shop, lines }: Settled['shops'][number], language: Language): Html => {
  const own = shopWords[language];
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${shop}">
    <table>
      <caption>
        ${shop}
      </caption>
      <thead>
        <tr>
          <th scope="col">${own.item}</th>
          <th scope="col">${own.pieces}</th>
          <th scope="col">${own.points}</th>
        </tr>
      </thead>
      <tbody>
        !${lines.map(
          ({ item, pieces, points }) =>
            html`<tr>
              <th scope="row">${item[language]}</th>
              <td>${pieces}</td>
              <td>${points}</td>
            </tr>`,
        )}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">${own.sum}</th>
          <td>${sumOf(lines, 'pieces')}</td>
          <td>${sumOf(lines, 'points')}</td>
        </tr>
      </tfoot>
    </table>
  </div>`;
};

/** What shops handed out in a month. */
export const settlementView = ({ month, shops }: Settled, language: Language): Html => {
  const own = shopWords[language];
  return html`<section>
    <h2>${own.settled} ${month}</h2>
    !${shops.length === 0 ? html`<p>${own.none}</p>` : shops.map((shop) => table(shop, language))}
  </section>`;
};
