import { randomUUID } from 'node:crypto';
import { html } from 'ghtml';
import { z } from 'zod';
import { monthHonours, roundsSeen, type HonoursPorts } from '../../usecases/board/honours-of';
import type { AsInChat } from '../../usecases/pages/as-in-chat';
import type { Communities } from '../../usecases/ports';
import { form } from '../pages/layout';
import { nothing, page, type Answer, type AskedBy, type Html, type PageRoute } from '../pages/page-route';
import { sayOutcome } from '../pages/say-outcome';
import { bookKeepers, searchForm } from './ledger-routes';
import { pointsWords } from './points-words';
import { honoursView, roundView } from './rounds-view';

export interface PointsNeeds extends HonoursPorts {
  readonly communities: Communities;
  readonly asInChat: AsInChat;
}

const Month = z.object({ month: z.enum(['this', 'last']).catch('this').default('this') });
/** What is said in chat for each of them. */
const published = { this: '发光荣榜', last: '发光荣榜 上月', plaques: '发清洁户' } as const;
const Fields = z.object({ what: z.enum(['this', 'last', 'plaques']), key: z.uuid() });

const publishForm = (what: keyof typeof published, label: string, csrf: string): Html =>
  form(
    csrf,
    '/board/points/publish',
    html`<input type="hidden" name="what" value="${what}" /><input type="hidden" name="key" value="${randomUUID()}" />
      <button>${label}</button>`,
  );

const main = async (needs: PointsNeeds, { language, query, csrf }: AskedBy): Promise<Html> => {
  const own = pointsWords[language];
  const community = await needs.communities.current();
  const { month } = Month.parse(query);
  const [honours, rounds] = await Promise.all([
    monthHonours(needs, month === 'last', community),
    community.rounds ? roundsSeen(needs, community.rounds) : [],
  ]);
  const hasPlaques = rounds.some(({ plaques }) => plaques.lines.length > 0);
  return html`<h1>${own.title}</h1>
    <p><a class="button" href="/board/redemptions">${own.redemptions}</a></p>
    <section>
      <h2>${own.ledger}</h2>
      !${searchForm('', { language })}
    </section>
    <section>
      <h2>${own.honours} ${honours.month}</h2>
      !${honoursView(honours, language)}
      <p>
        <a class="button" href="/board/points">${own.thisMonth}</a>
        <a class="button" href="/board/points?month=last">${own.lastMonth}</a>
      </p>
      !${honours.lines.length === 0 ? '' : publishForm(month, own.publish, csrf)}
    </section>
    <section>
      <h2>${own.rounds}</h2>
      !${
        rounds.length === 0
          ? html`<p class="soft">${own.noRounds}</p>`
          : rounds.map((round) => roundView(round, community, language))
      }
      !${hasPlaques ? publishForm('plaques', own.publishPlaques, csrf) : ''}
    </section>`;
};

const publish = async (needs: PointsNeeds, asked: AskedBy): Promise<Answer> => {
  const read = Fields.safeParse(asked.fields);
  if (!read.success) return nothing;
  const { person, language } = asked;
  const own = pointsWords[language];
  const { what, key } = read.data;
  const outcome = await needs.asInChat({ person, language, form: `publish:${what}`, key, text: published[what] });
  return sayOutcome(outcome, asked, { title: own.title, back: { to: '/board/points', label: own.back } });
};

/** Points as those who keep the books see them: accounts, the month's honours, the household rounds. */
export const pointsRoutes = (needs: PointsNeeds): readonly PageRoute[] => [
  {
    method: 'GET',
    path: '/board/points',
    who: bookKeepers,
    nav: { zh: '积分', en: 'Points' },
    answer: async (asked) => page(pointsWords[asked.language].title, await main(needs, asked)),
  },
  { method: 'POST', path: '/board/points/publish', who: bookKeepers, answer: (asked) => publish(needs, asked) },
];
