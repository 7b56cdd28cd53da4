import { html } from 'ghtml';
import type { Language } from '../../domain/wording/say-moment';
import { ticketRows, type RowPorts } from '../../usecases/board/ticket-row';
import { todayOf, type Today, type TodayPorts } from '../../usecases/board/today';
import type { Communities } from '../../usecases/ports';
import type { MatterChanges } from '../../usecases/ports-of-board';
import { page, part, type AskedBy, type Html, type PageRoute } from '../pages/page-route';
import { rowView } from './row-view';

export type TodayNeeds = TodayPorts & RowPorts & { readonly communities: Communities; readonly changes: MatterChanges };

const words: Readonly<Record<Language, { title: string; none: string; keys: string } & Record<keyof Today, string>>> = {
  zh: {
    title: '今天',
    burning: '没人负责的紧急事',
    mine: '等我办的',
    next: '快到时间的',
    area: '片区里别的事',
    none: '没有。',
    keys: '快捷键：J 下一件，K 上一件，回车打开，C 接单，D 办结，H 转办，N 留言，/ 搜索。',
  },
  en: {
    title: 'Today',
    burning: 'Urgent, and nobody has it',
    mine: 'Waiting for me',
    next: 'Due next',
    area: 'Also open in the area',
    none: 'Nothing.',
    keys: 'Keys: J next, K previous, Enter opens, C takes it, D done, H hand over, N note, / searches.',
  },
};

const sections = ['burning', 'mine', 'next', 'area'] as const satisfies readonly (keyof Today)[];

const lists = async (needs: TodayNeeds, { language, person }: AskedBy): Promise<Html> => {
  const community = await needs.communities.current();
  const today = await todayOf(needs, person, community);
  const own = words[language];
  const shown = await Promise.all(
    sections.map(async (section) => {
      const rows = await ticketRows(needs, today[section], { person, community, language });
      return html`<section class="list ${section}">
        <h2>${own[section]} <span class="count">${rows.length}</span></h2>
        !${
          rows.length === 0
            ? html`<p class="soft">${own.none}</p>`
            : html`<ul class="rows">
                !${rows.map((row) => rowView(row, language))}
              </ul>`
        }
      </section>`;
    }),
  );
  return shown.join('');
};

/** What a day begins with: it changes by itself while somebody looks. */
export const todayRoutes = (needs: TodayNeeds): readonly PageRoute[] => [
  {
    method: 'GET',
    path: '/board',
    who: 'worker',
    kept: true,
    nav: { zh: '今天', en: 'Today' },
    answer: async (asked) => {
      const own = words[asked.language];
      return page(
        own.title,
        html`<h1>${own.title}</h1>
          <div
            class="lists"
            data-live="/board/live"
            hx-get="/board/today"
            hx-trigger="linli:changed"
            hx-swap="innerMorph"
          >
            !${await lists(needs, asked)}
          </div>
          <p class="soft keys">${own.keys}</p>`,
      );
    },
  },
  {
    method: 'GET',
    path: '/board/today',
    who: 'worker',
    kept: true,
    answer: async (asked) => part(await lists(needs, asked)),
  },
  {
    method: 'GET',
    path: '/board/live',
    who: 'worker',
    answer: () => ({ kind: 'events', listen: (send) => needs.changes.listen(() => send('changed')) }),
  },
];
