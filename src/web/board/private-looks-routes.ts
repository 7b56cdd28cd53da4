import { html } from 'ghtml';
import { z } from 'zod';
import { sayTime } from '../../domain/wording/say-moment';
import type { Clock, Communities, People, Words } from '../../usecases/ports';
import type { Look, Looks } from '../../usecases/ports-of-privacy';
import type { Answer, AskedBy, Html, PageRoute } from '../pages/page-route';
import { erasuresLink } from './erasures-routes';
import { matterLink } from './operations/named';
import { table } from './operations/table';

export interface LooksNeeds {
  readonly looks: Looks;
  readonly clock: Clock;
  readonly communities: Communities;
  readonly people: Pick<People, 'byIds'>;
  readonly words: Pick<Words, 'byIds'>;
}

const words = {
  zh: {
    nav: '查看记录',
    title: '谁看过私人资料',
    about: '电话、证件、车牌，和台账里的资料：谁在什么时候看过哪一件，为什么。',
    none: '没有人看过。',
    heads: ['什么时候', '谁', '看了什么', '哪一件', '为什么'],
    next: '更早的',
    what: {
      numbers: '话里的号码',
      family: '家属电话',
      candidates: '可能是谁的名单',
      ledger: '台账',
      file: '一人一档',
      history: '走访记录',
      match: '认人时比对',
    },
    own: '自己办的事',
  },
  en: {
    nav: 'Looks',
    title: 'Who looked at private data',
    about: 'Telephone, card and plate numbers, and the ledger of people in care: who looked at what and when, and why.',
    none: 'Nobody did.',
    heads: ['When', 'Who', 'At what', 'Of', 'Why'],
    next: 'Earlier',
    what: {
      numbers: 'numbers in what was said',
      family: "the family's telephone",
      candidates: 'who it may be',
      ledger: 'the ledger',
      file: 'a file',
      history: 'the visits',
      match: 'compared, to know somebody again',
    },
    own: 'their own ticket',
  },
} as const;

const perPage = 50;
const Query = z.object({ before: z.iso.datetime().optional().catch(undefined) });

const numberOf = (matter: string): { readonly number: number | null; readonly isTicket: boolean } => {
  const found = /^(?<kind>[a-z]+)-(?<number>\d+)$/u.exec(matter)?.groups;
  return { number: found ? Number(found['number']) : null, isTicket: found?.['kind'] === 'ticket' };
};

const listed = async (needs: LooksNeeds, found: readonly Look[], { language }: AskedBy): Promise<Html> => {
  const own = words[language];
  const [{ calendar }, people, said] = await Promise.all([
    needs.communities.current(),
    needs.people.byIds([...new Set(found.map(({ by }) => by))]),
    needs.words.byIds(found.flatMap((look) => look.words ?? [])),
  ]);
  const [names, reasons] = [
    new Map(people.map(({ id, name }) => [id, name])),
    new Map(said.map(({ id, text }) => [id, text])),
  ];
  const now = needs.clock.now().toISOString();
  const rows = found.map(({ at, by, matter, what, words: why }) => {
    const { number, isTicket } = numberOf(matter);
    return [
      html`<time datetime="${at}">${sayTime(at, now, calendar.timeZone, language)}</time>`,
      html`${names.get(by) ?? ''}`,
      html`${own.what[what]}`,
      matterLink(number, isTicket, ''),
      html`${why === null ? (what === 'numbers' ? own.own : '') : (reasons.get(why) ?? '')}`,
    ];
  });
  return rows.length === 0 ? html`<p>${own.none}</p>` : table(own.title, own.heads, rows);
};

/** Looks at what is private, for directors. */
export const privateLooksRoutes = (needs: LooksNeeds): readonly PageRoute[] => [
  {
    method: 'GET',
    path: '/board/looks',
    who: ['director'],
    nav: { zh: words.zh.nav, en: words.en.nav },
    answer: async (asked: AskedBy): Promise<Answer> => {
      const own = words[asked.language];
      const found = await needs.looks.list(Query.parse(asked.query).before ?? null, perPage);
      const last = found.length < perPage ? undefined : found.at(-1);
      const main = html`<h1>${own.title}</h1>
        <p class="soft">${own.about}</p>
        !${erasuresLink(asked.language)} !${await listed(needs, found, asked)}
        !${last ? html`<p><a href="/board/looks?before=${encodeURIComponent(last.at)}">${own.next}</a></p>` : ''}`;
      return { kind: 'page', title: own.title, main };
    },
  },
];
