import { html } from 'ghtml';
import { z } from 'zod';
import { localTime, momentOfLocal, plusDays } from '../../domain/calendar/local-time';
import type { Community } from '../../domain/community/community';
import type { Language } from '../../domain/wording/say-moment';
import { countByPlace, type PlaceCounts } from '../../usecases/board/count-by-place';
import { tilesUnder } from '../../usecases/board/tiles-under';
import type { Spot } from '../../domain/photos/distance';
import type { Clock, Communities } from '../../usecases/ports';
import type { BoardTickets } from '../../usecases/ports-of-board';
import { drawMap } from '../map/draw-map';
import type { Answer, AskedBy, Html, PageRoute } from '../pages/page-route';

export interface MapNeeds {
  readonly communities: Communities;
  readonly clock: Clock;
  readonly board: Pick<BoardTickets, 'byPlace'>;
}

const words = {
  zh: {
    title: '地图',
    open: '在办的事',
    month: '一个月报的事',
    which: '哪个月',
    show: '看',
    place: '地方',
    count: '件数',
    elsewhere: '没说地点，或地图上没有',
    none: '配置里还没有写楼在哪里，画不出地图；下面的数照样有。',
    calm: '没有',
    some: '1到2件',
    many: '3件以上',
    heat: '颜色越深，报得越多',
    counted: '数字最多晚10秒。',
  },
  en: {
    title: 'Map',
    open: 'Open matters',
    month: 'Reported in a month',
    which: 'Month',
    show: 'Show',
    place: 'Place',
    count: 'Matters',
    elsewhere: 'without a place, or not on the map',
    none: 'The pack does not say where the buildings are, so nothing is drawn; the numbers are below.',
    calm: 'none',
    some: '1 or 2',
    many: '3 or more',
    heat: 'the darker, the more reports',
    counted: 'The numbers may be 10 seconds old.',
  },
} as const;

const Query = z.object({
  month: z
    .string()
    .regex(/^20\d\d-(?:0[1-9]|1[0-2])$/u)
    .optional()
    .catch(undefined),
});

const spanOf = (month: string, { calendar: { timeZone } }: Community) => {
  const next = plusDays(`${month}-28`, 4).slice(0, 7);
  return {
    from: momentOfLocal(`${month}-01`, '00:00', timeZone),
    to: momentOfLocal(`${next}-01`, '00:00', timeZone),
  };
};

const legend = (language: Language, heat: boolean): Html => {
  const own = words[language];
  const item = (shade: string, label: string): Html => html`<li><span class="swatch ${shade}"></span>${label}</li>`;
  return html`<ul class="legend">
    !${
      heat
        ? [1, 2, 3, 4].map((shade) => item(`heat-${shade}`, shade === 4 ? own.heat : ''))
        : [item('calm', own.calm), item('some', own.some), item('many', own.many)]
    }
  </ul>`;
};

/** The same numbers for whoever does not see the picture, each leading to its list. */
const table = ({ counts, elsewhere }: PlaceCounts, community: Community, query: string, language: Language): Html => {
  const own = words[language];
  const rows = community.areas
    .flatMap(({ id, name }) => ({ id, name, count: counts.get(id) ?? 0 }))
    .filter(({ count }) => count > 0)
    .sort((one, other) => other.count - one.count);
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${own.count}">
    <table>
      <thead>
        <tr>
          <th scope="col">${own.place}</th>
          <th scope="col">${own.count}</th>
        </tr>
      </thead>
      <tbody>
        !${rows.map(
          ({ id, name, count }) =>
            html`<tr>
              <th scope="row"><a href="/board/tickets?area=${id}&!${query}">${name}</a></th>
              <td>${count}</td>
            </tr>`,
        )}
        <tr>
          <th scope="row">${own.elsewhere}</th>
          <td>${elsewhere}</td>
        </tr>
      </tbody>
    </table>
  </div>`;
};

const chooser = (month: string | undefined, now: string, language: Language): Html => {
  const own = words[language];
  return html`<form class="filters" method="get" action="/board/map">
    <a class="button" href="/board/map" !${month === undefined ? 'aria-current="page"' : ''}>${own.open}</a>
    <label
      >${own.month}<input
        type="month"
        name="month"
        value="${month ?? now}"
        min="2020-01"
        max="${now}"
        required /></label
    ><button>${own.show}</button>
  </form>`;
};

/** Counts are five seconds old at most as they come, and ten as they are seen. */
const countedMs = 5_000;

const mapPage = async (needs: MapNeeds, { language, person, query }: AskedBy): Promise<Answer> => {
  const own = words[language];
  const { month } = Query.parse(query);
  const community = await needs.communities.current();
  const span = month === undefined ? null : spanOf(month, community);
  const counted = await countByPlace(needs, span ?? { open: true }, { person, community });
  const title = month === undefined ? own.open : `${own.month} ${month}`;
  const { areas, tiles } = community;
  const under = tiles && { tiles: (spots: readonly Spot[]) => tilesUnder(spots, tiles) };
  const map = drawMap({ areas, counts: counted.counts, title, heat: span !== null, ...under });
  const last = month === undefined ? '' : plusDays(`${plusDays(`${month}-28`, 4).slice(0, 7)}-01`, -1);
  const link = month === undefined ? 'state=open' : `state=all&from=${month}-01&to=${last}`;
  const now = localTime(needs.clock.now().toISOString(), community.calendar.timeZone).date.slice(0, 7);
  return {
    kind: 'page',
    title: own.title,
    files: ['public.css'],
    keptMs: countedMs,
    ...(map && tiles ? { picturesOf: new URL(tiles.url).origin } : {}),
    main: html`<h1>${own.title} <small class="soft">${title}</small></h1>
      !${chooser(month, now, language)}!${map ?? html`<p>${own.none}</p>`}!${map ? legend(language, span !== null) : ''}
      !${table(counted, community, link, language)}
      <p class="soft">${own.counted} ${map && tiles ? tiles.credit : ''}</p>`,
  };
};

/** Where the matters are: open ones, or what a month brought. Drawn here, so that the page needs no script, and no tile unless the pack names a server of them. */
export const mapRoutes = (needs: MapNeeds): readonly PageRoute[] => [
  {
    method: 'GET',
    path: '/board/map',
    who: 'worker',
    kept: true,
    nav: { zh: words.zh.title, en: words.en.title },
    answer: (asked: AskedBy) => mapPage(needs, asked),
  },
];
