import { html } from 'ghtml';
import { z } from 'zod';
import type { Community } from '../../domain/community/community';
import { areaById } from '../../domain/community/area-tree';
import { deskName } from '../../domain/community/may';
import { rateOf, type FigureRow } from '../../domain/figures/figures';
import type { Language } from '../../domain/wording/say-moment';
import {
  currentMonth,
  figureAreas,
  monthReport,
  type MonthReport,
  type ReportPorts,
} from '../../usecases/board/month-report';
import type { Communities } from '../../usecases/ports';
import { nothing, page, type AskedBy, type Html, type PageRoute } from '../pages/page-route';
import { drawMonths } from './draw-months';
import { figuresWords, type FiguresWords } from './figures-words';

export type FiguresNeeds = ReportPorts & { readonly communities: Communities };

const Query = z.object({
  month: z
    .string()
    .regex(/^20\d\d-(?:0[1-9]|1[0-2])$/u)
    .nullable()
    .catch(null)
    .default(null),
  area: z.string().max(60).catch('').default(''),
});

const rates = ['response', 'onTime', 'solved', 'satisfied', 'inGrid'] as const;

const percent = (row: FigureRow | null, rate: (typeof rates)[number], own: FiguresWords): string => {
  const share = row && rateOf(row[rate]);
  return row === null || share === null
    ? own.none
    : `${Math.round(share * 1000) / 10}%（${row[rate].count}/${row[rate].of}）`;
};

const minutesOf = (row: FigureRow | null, own: FiguresWords): string =>
  row?.answerMinutes == null ? own.none : String(Math.round(row.answerMinutes));

const compared = ({ now, before, lastYear }: MonthReport, own: FiguresWords): Html => {
  const rows = [now, before, lastYear];
  const lines: readonly (readonly [string, readonly string[]])[] = [
    [own.rows.tickets, rows.map((row) => String(row?.tickets ?? 0))],
    ...rates.map((rate) => [own.rows[rate], rows.map((row) => percent(row, rate, own))] as const),
    [own.rows.minutes, rows.map((row) => minutesOf(row, own))],
  ];
  return html`<table>
    <thead>
      <tr>
        !${own.columns.map((column) => (column === '' ? '<td></td>' : html`<th scope="col">${column}</th>`))}
      </tr>
    </thead>
    <tbody>
      !${lines.map(
        ([name, cells]) =>
          html`<tr>
            <th scope="row">${name}</th>
            !${cells.map((cell) => html`<td class="number">${cell}</td>`)}
          </tr>`,
      )}
    </tbody>
  </table>`;
};

const table = (
  title: string,
  rows: readonly FigureRow[],
  nameOf: (key: string | null) => string,
  own: FiguresWords,
): Html =>
  rows.length === 0
    ? ''
    : html`<section>
        <h2>${title}</h2>
        <div class="scroll" tabindex="0" role="region" aria-label="${title}">
          <table>
            <thead>
              <tr>
                <th scope="col">${own.name}</th>
                <th scope="col">${own.rows.tickets}</th>
                !${rates.map((rate) => html`<th scope="col">${own.rows[rate]}</th>`)}
              </tr>
            </thead>
            <tbody>
              !${rows.map(
                (row) =>
                  html`<tr>
                    <th scope="row">${nameOf(row.key)}</th>
                    <td class="number">${row.tickets}</td>
                    !${rates.map((rate) => html`<td class="number">${percent(row, rate, own)}</td>`)}
                  </tr>`,
              )}
            </tbody>
          </table>
        </div>
      </section>`;

const chooser = (report: MonthReport, person: AskedBy['person'], community: Community, own: FiguresWords): Html => {
  const allowed = figureAreas(person, community);
  const areas = community.areas.filter(({ id, kind }) => kind === 'grid' && (allowed === null || allowed.includes(id)));
  const option = (value: string, label: string): Html =>
    value === (report.area ?? '')
      ? html`<option value="${value}" selected>${label}</option>`
      : html`<option value="${value}">${label}</option>`;
  return html`<form class="filters" method="get" action="/board/figures">
    <label>${own.month}<input type="month" name="month" value="${report.month}" /></label>
    <label
      >${own.area}<select name="area">
        !${allowed === null ? option('', own.everywhere) : ''}!${areas.map(({ id, name }) => option(id, name))}
      </select></label
    >
    <button class="strong">${own.show}</button>
  </form>`;
};

const view = (report: MonthReport, { language, person }: AskedBy, community: Community): Html => {
  const own = figuresWords[language];
  const area = report.area === null ? community.name : (areaById(community, report.area)?.name ?? community.name);
  const nameOfCategory = (key: string | null): string =>
    community.categories.find(({ id }) => id === key)?.[language] ?? own.unknown;
  const nameOfArea = (key: string | null): string =>
    key === null ? own.unknown : (areaById(community, key)?.name ?? own.unknown);
  const nameOfDesk = (key: string | null): string => (key === null ? own.unknown : deskName(community, key));
  const picture = `/board/figures/months.svg?${new URLSearchParams({ month: report.month, area: report.area ?? '' }).toString()}`;
  return html`!${chooser(report, person, community, own)}
    <article class="report">
      <h1>${own.report(area, report.month)}</h1>
      !${compared(report, own)}
      <section>
        <h2>${own.trend}</h2>
        <img class="chart" src="${picture}" width="860" height="300" alt="${own.trend}" />
        !${table(own.trend, report.months, (key) => key ?? own.unknown, own)}
      </section>
      !${table(own.byDesk, report.byDesk, nameOfDesk, own)}
      !${table(own.byCategory, report.byCategory, nameOfCategory, own)}
      !${table(own.byArea, report.byArea, nameOfArea, own)}
      <p class="sign">${own.sign}</p>
    </article>
    <p class="soft keys">${own.print}</p>`;
};

const reportFor = async (needs: FiguresNeeds, { query, person }: AskedBy, community: Community) => {
  const { month, area } = Query.parse(query);
  const asked = { month: month ?? currentMonth(needs.clock, community), area: area === '' ? null : area };
  return monthReport(needs, asked, { person, community });
};

const who = ['staff', 'director', 'inspector', 'grid-worker', 'grid-leader'] as const;

const labelsOf = (language: Language) => {
  const { tickets, onTime } = figuresWords[language].rows;
  return { tickets, onTime };
};

/** The figures of a month, to be read and to be printed. */
export const figuresRoutes = (needs: FiguresNeeds): readonly PageRoute[] => [
  {
    method: 'GET',
    path: '/board/figures',
    who,
    nav: { zh: '数字', en: 'Figures' },
    answer: async (asked) => {
      const community = await needs.communities.current();
      const report = await reportFor(needs, asked, community);
      return report ? page(figuresWords[asked.language].title, view(report, asked, community)) : nothing;
    },
  },
  {
    method: 'GET',
    path: '/board/figures/months.svg',
    who,
    answer: async (asked) => {
      const report = await reportFor(needs, asked, await needs.communities.current());
      if (!report) return nothing;
      return { kind: 'file', type: 'image/svg+xml', bytes: drawMonths(report.months, labelsOf(asked.language)) };
    },
  },
];
