import { html } from 'ghtml';
import { z } from 'zod';
import { localTime, plusDays } from '../../domain/calendar/local-time';
import type { Community } from '../../domain/community/community';
import { maskPrivate } from '../../domain/understanding/mask-private';
import { yuan } from '../../domain/wording/yuan';
import type { Clock, Matters, Words } from '../../usecases/ports';
import type { PublicPhotos } from '../../usecases/ports-of-public-photos';
import { readFund } from '../../usecases/public/read-fund';
import type { Answer, Asked, Html } from '../pages/page-route';

export interface AccountPorts {
  readonly clock: Clock;
  readonly matters: Pick<Matters, 'find'>;
  readonly words: Pick<Words, 'byIds'>;
  readonly publicPhotos: Pick<PublicPhotos, 'shownAmong'>;
}

export const accountWords = {
  zh: {
    title: '养老大账单',
    day: '日期',
    what: '用途',
    amount: '元',
    balance: '结余',
    receipt: '收据',
    opening: '月初结余',
    income: '收入',
    expense: '支出',
    closing: '月底结余',
    none: '这个月还没有收支。',
    reversal: '冲正',
    reversed: '后来冲正',
    earlier: '上个月',
    later: '下个月',
    how: '每一笔都由两位工作人员核对；记错的不删，用冲正的一笔改回来。收款人不公开；收据由工作人员看过、遮住名字和号码才放出来。',
  },
  en: {
    title: 'The elder-care account',
    day: 'Day',
    what: 'What for',
    amount: 'Yuan',
    balance: 'Balance',
    receipt: 'Receipt',
    opening: 'At the beginning',
    income: 'Income',
    expense: 'Spent',
    closing: 'At the end',
    none: 'Nothing came in or was spent this month.',
    reversal: 'Reversal of',
    reversed: 'reversed by',
    earlier: 'The month before',
    later: 'The month after',
    how: 'Two of staff checked every line; a mistake is never deleted, a counter entry takes it back. Who was paid is not public; receipts are shown once staff have looked at them and covered names and numbers.',
  },
} as const;

type AccountWords = (typeof accountWords)['zh' | 'en'];

const Query = z.object({ month: z.string().regex(/^\d{4}-(?:0[1-9]|1[0-2])$/) });

type Month = Awaited<ReturnType<typeof readFund>>;

interface Shown {
  readonly community: Community;
  readonly texts: ReadonlyMap<string, string>;
  readonly photos: ReadonlySet<string>;
  readonly own: AccountWords;
}

/** The allow-list: day, number, what for, amount, balance, receipts that were looked at. Nobody's name. */
const row = ({ entry, signed, balance }: Month['lines'][number], { community, texts, photos, own }: Shown): Html => {
  const { number, corrects, reversedBy } = entry;
  const notes = [
    ...(corrects === null ? [] : [`${own.reversal} #${corrects.number}`]),
    ...(reversedBy === null ? [] : [`${own.reversed} #${reversedBy}`]),
  ];
  const receipts = entry.photos.filter((id) => photos.has(id));
  return html`<tr>
    <td>${localTime(entry.second?.at ?? entry.at, community.calendar.timeZone).date}</td>
    <th scope="row">#${number} ${maskPrivate(texts.get(entry.words) ?? '')} ${notes.join(' ')}</th>
    <td>${yuan(signed, true)}</td>
    <td>${yuan(balance)}</td>
    <td>!${receipts.map((id) => html`<a href="/p/${community.id}/photos/${id}">${own.receipt}</a> `)}</td>
  </tr>`;
};

const table = (month: Month, shown: Shown): Html => {
  const { own } = shown;
  return html`<div class="scroll" tabindex="0">
    <table>
      <thead>
        <tr>
          !${[own.day, own.what, own.amount, own.balance, own.receipt].map((name) => html`<th scope="col">${name}</th>`)}
        </tr>
      </thead>
      <tbody>
        !${month.lines.map((line) => row(line, shown))}
      </tbody>
    </table>
  </div>`;
};

const neighbours = (month: string): readonly [earlier: string, later: string] => [
  plusDays(`${month}-01`, -1).slice(0, 7),
  plusDays(`${month}-28`, 4).slice(0, 7),
];

/** A month of the public account: every yuan, with its receipt once staff have looked at it. */
export const accountPage = async (ports: AccountPorts, community: Community, asked: Asked): Promise<Answer> => {
  const own = accountWords[asked.language];
  const current = localTime(ports.clock.now().toISOString(), community.calendar.timeZone).date.slice(0, 7);
  const wanted = Query.safeParse(asked.query);
  const month = await readFund(ports, wanted.success ? wanted.data.month : current, community);
  const [words, photos] = await Promise.all([
    ports.words.byIds(month.lines.map(({ entry }) => entry.words)),
    ports.publicPhotos.shownAmong(month.lines.flatMap(({ entry }) => entry.photos)),
  ]);
  const texts = new Map(words.map(({ id, text }) => [id, text]));
  const [earlier, later] = neighbours(month.month);
  const sums = [
    [own.opening, month.opening],
    [own.income, month.income],
    [own.expense, month.expense],
    [own.closing, month.closing],
  ] as const;
  const path = `/p/${community.id}/account?month=`;
  return {
    kind: 'page',
    title: own.title,
    bare: true,
    files: ['public.css'],
    indexed: community.policy.publicPages.indexed,
    main: html`<h1>${own.title} ${month.month}</h1>
      <p class="community">${community.name}</p>
      <dl>
        !${sums.map(
          ([name, fen]) =>
            html`<dt>${name}</dt>
              <dd>${yuan(fen)} ${own.amount}</dd>`,
        )}
      </dl>
      !${month.lines.length === 0 ? html`<p>${own.none}</p>` : table(month, { community, texts, photos, own })}
      <p class="soft">${own.how}</p>
      <p>
        <a href="${path}${earlier}">${own.earlier}</a>
        !${month.month < current ? html`<a href="${path}${later}">${own.later}</a>` : ''}
      </p>`,
  };
};
