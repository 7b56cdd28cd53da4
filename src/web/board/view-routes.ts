import { randomUUID } from 'node:crypto';
import { html } from 'ghtml';
import { z } from 'zod';
import type { SavedViews } from '../../usecases/ports-of-views';
import { form } from '../pages/layout';
import { go, type Answer, type AskedBy, type Html, type PageRoute } from '../pages/page-route';

export interface SavedViewNeeds {
  readonly savedViews: SavedViews;
}

const words = {
  zh: {
    mine: '我存的',
    keep: '把现在这样存下来',
    name: '起个名字',
    save: '存',
    remove: '删掉',
    bad: '名字要有字，最多20个字，不能有换行。没有存。',
    full: '最多存20个，请先删掉用不着的。没有存。',
    back: '回到列表',
  },
  en: {
    mine: 'My views',
    keep: 'Keep the list as it is',
    name: 'Name it',
    save: 'Keep',
    remove: 'Delete',
    bad: 'A name needs letters: at most 20, on one line. Nothing was kept.',
    full: 'There are 20 already: delete one first. Nothing was kept.',
    back: 'Back to the list',
  },
} as const;

const Name = z
  .string()
  .trim()
  .min(1)
  .max(20)
  .regex(/^[^\p{Cc}\p{Cf}]+$/u);
const known = ['words', 'state', 'area', 'category', 'person', 'from', 'to'] as const;
const days: readonly string[] = ['from', 'to'];
const Day = z.iso.date();

/** Only what a list asks for, so that a saved view leads nowhere else. */
const queryOf = (text: string): string => {
  const given = new URLSearchParams(text);
  const asked = known.flatMap((name) => {
    const value = (given.get(name) ?? '').slice(0, 60);
    const fits = value !== '' && (!days.includes(name) || Day.safeParse(value).success);
    return fits ? [[name, value] as [string, string]] : [];
  });
  return new URLSearchParams(asked).toString();
};

const Kept = z.object({ name: Name, query: z.string().max(600) });
const Removed = z.object({ id: z.uuid() });

/** The reader's own views, and a field to keep the one that is shown. */
export const savedViewsPart = async (
  { savedViews }: SavedViewNeeds,
  { person, language, csrf }: AskedBy,
  query: string,
): Promise<Html> => {
  const own = words[language];
  const views = await savedViews.of(person.id);
  const items = views.map(
    ({ id, name, query: asked }) =>
      html`<li>
        <a href="/board/tickets?${asked}">${name}</a>
        !${form(
          csrf,
          '/board/views/remove',
          html`<input type="hidden" name="id" value="${id}" /><button class="quiet" aria-label="${own.remove} ${name}">
              ${own.remove}
            </button>`,
        )}
      </li>`,
  );
  const keep = html`<input type="hidden" name="query" value="${queryOf(query)}" /><label
      >${own.name}<input name="name" maxlength="20" required /></label
    ><button>${own.save}</button>`;
  return html`<details class="views">
    <summary>${own.mine} <span class="count">${views.length}</span></summary>
    <ul>
      !${items}
    </ul>
    <p>${own.keep}</p>
    !${form(csrf, '/board/views', keep)}
  </details>`;
};

const refused = ({ language }: AskedBy, said: 'bad' | 'full'): Answer => {
  const own = words[language];
  const main = html`<section class="message">
    <p class="why">${own[said]}</p>
    <p><a class="button" href="/board/tickets">${own.back}</a></p>
  </section>`;
  return { kind: 'page', title: own.mine, main, status: 422 };
};

/** Lists that people ask for often: each has their own. */
export const viewRoutes = ({ savedViews }: SavedViewNeeds): readonly PageRoute[] => [
  {
    method: 'POST',
    path: '/board/views',
    who: 'worker',
    answer: async (asked: AskedBy) => {
      const read = Kept.safeParse(asked.fields);
      if (!read.success) return refused(asked, 'bad');
      const query = queryOf(read.data.query);
      const saved = await savedViews.save(asked.person.id, { id: randomUUID(), name: read.data.name, query });
      return saved ? go(`/board/tickets?${query}`) : refused(asked, 'full');
    },
  },
  {
    method: 'POST',
    path: '/board/views/remove',
    who: 'worker',
    answer: async (asked: AskedBy) => {
      const read = Removed.safeParse(asked.fields);
      if (read.success) await savedViews.remove(asked.person.id, read.data.id);
      return go('/board/tickets');
    },
  },
];
