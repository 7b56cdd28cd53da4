import { html } from 'ghtml';
import type { Html } from '../../pages/page-route';

/** Rows of cells; the first of each names its row. Wider than a telephone, it is pushed sideways by itself. */
export const table = (caption: string, heads: readonly string[], rows: readonly (readonly Html[])[]): Html =>
  html`<div class="scroll wide" tabindex="0" role="region" aria-label="${caption}">
    <table>
      <thead>
        <tr>
          !${heads.map((head) => html`<th scope="col">${head}</th>`)}
        </tr>
      </thead>
      <tbody>
        !${rows.map(
          ([first = '', ...cells]) =>
            html`<tr>
              <th scope="row">!${first}</th>
              !${cells.map((cell) => html`<td>!${cell}</td>`)}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
