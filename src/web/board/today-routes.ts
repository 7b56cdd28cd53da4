import { html } from 'ghtml';
import { Ticket } from '../../domain/ticket/ticket';
import type { Matters } from '../../usecases/ports';
import { page, type PageRoute } from '../pages/page-route';

const words = {
  zh: { title: '今天', mine: '我的', none: '现在没有等您办的事。' },
  en: { title: 'Today', mine: 'Mine', none: 'Nothing waits for you now.' },
} as const;

/** As many as a page can show at once. */
const shown = 50;

export const todayRoutes = ({ matters }: { readonly matters: Matters }): readonly PageRoute[] => [
  {
    method: 'GET',
    path: '/board',
    who: 'worker',
    nav: { zh: '今天', en: 'Today' },
    answer: async ({ language, person }) => {
      const own = words[language];
      const mine = await matters.find({ kind: 'ticket', owner: person.id, open: true, limit: shown });
      return page(
        own.title,
        html`<h1>${own.title}</h1>
          <section>
            <h2>${own.mine}</h2>
            !${
              mine.length === 0
                ? html`<p>${own.none}</p>`
                : html`<ul>
                    !${mine.map(({ state }) => html`<li>#${Ticket.parse(state).number}</li>`)}
                  </ul>`
            }
          </section>`,
      );
    },
  },
];
