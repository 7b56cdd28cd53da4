import { randomUUID } from 'node:crypto';
import { html } from 'ghtml';
import { z } from 'zod';
import { sayMoment, sayTime } from '../../domain/wording/say-moment';
import { redemptions, type Redemption, type RedemptionPorts } from '../../usecases/board/redemptions';
import type { AsInChat } from '../../usecases/pages/as-in-chat';
import type { Communities, Matters } from '../../usecases/ports';
import { settleMonth, type SettlePorts } from '../../usecases/shops/settle-month';
import { form } from '../pages/layout';
import { nothing, page, type Answer, type AskedBy, type Html, type PageRoute } from '../pages/page-route';
import { sayOutcome } from '../pages/say-outcome';
import { settlementView } from '../shop/settlement-view';
import { bookKeepers } from './ledger-routes';
import { pointsWords } from './points-words';

export interface RedemptionNeeds extends Omit<RedemptionPorts, 'matters'>, SettlePorts {
  readonly communities: Communities;
  readonly matters: Pick<Matters, 'find' | 'byNumber'>;
  readonly asInChat: AsInChat;
}

const Query = z.object({
  which: z.enum(['held', 'all']).catch('held').default('held'),
  month: z.enum(['this', 'last']).catch('this').default('this'),
});
const Params = z.object({ number: z.coerce.number().int().positive().max(2_000_000_000) });
const Fields = z.object({ key: z.uuid() });

interface Shown extends Pick<AskedBy, 'language' | 'csrf'> {
  readonly now: string;
  readonly timeZone: string;
}

const row = ({ order, name }: Redemption, { language, csrf, now, timeZone }: Shown): Html => {
  const own = pointsWords[language];
  const { number, phase, points, at, until } = order;
  const cancel = form(
    csrf,
    `/board/redemptions/${number}/cancel`,
    html`<input type="hidden" name="key" value="${randomUUID()}" /><button aria-label="${own.cancel} #${number}">
        ${own.cancel}
      </button>`,
  );
  return html`<tr data-row>
    <td class="number">#${number}</td>
    <td>${language === 'zh' ? order.zh : order.en}</td>
    <td><a href="/board/ledger/person/${encodeURIComponent(order.person)}">${name}</a></td>
    <td class="number">${points}</td>
    <td>${sayTime(at, now, timeZone, language)}</td>
    <td>${sayMoment(until, now, timeZone, language)}</td>
    <td>${own.orderPhases[phase]}</td>
    <td>!${phase === 'held' ? cancel : ''}</td>
  </tr>`;
};

const table = (orders: readonly Redemption[], shown: Shown): Html => {
  const own = pointsWords[shown.language];
  if (orders.length === 0) return html`<p class="soft">${own.none}</p>`;
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${own.redemptions}">
    <table>
      <thead>
        <tr>
          !${own.columns.map((column) => (column === '' ? '<td></td>' : html`<th scope="col">${column}</th>`))}
        </tr>
      </thead>
      <tbody>
        !${orders.map((order) => row(order, shown))}
      </tbody>
    </table>
  </div>`;
};

const main = async (needs: RedemptionNeeds, asked: AskedBy): Promise<Html> => {
  const { language, csrf } = asked;
  const own = pointsWords[language];
  const community = await needs.communities.current();
  const { which, month } = Query.parse(asked.query);
  const [orders, settled] = await Promise.all([
    redemptions(needs, which),
    settleMonth(needs, community.shops, month === 'last', community),
  ]);
  const shown = { language, csrf, now: needs.clock.now().toISOString(), timeZone: community.calendar.timeZone };
  return html`<h1>${own.redemptions}</h1>
    <p>
      <a class="button" href="/board/redemptions">${own.held}</a>
      <a class="button" href="/board/redemptions?which=all">${own.all}</a>
    </p>
    !${table(orders, shown)} !${settlementView(settled, language)}
    <p>
      <a class="button" href="/board/redemptions">${own.thisMonth}</a>
      <a class="button" href="/board/redemptions?month=last">${own.lastMonth}</a>
    </p>`;
};

const cancel = async (needs: RedemptionNeeds, asked: AskedBy): Promise<Answer> => {
  const [read, sent] = [Params.safeParse(asked.params), Fields.safeParse(asked.fields)];
  const stored = read.success && sent.success ? await needs.matters.byNumber(read.data.number) : null;
  if (!sent.success || stored?.ref.kind !== 'order') return nothing;
  const { person, language } = asked;
  const own = pointsWords[language];
  const text = `撤回 #${stored.ref.number}`;
  const form = `cancel:${stored.ref.id}`;
  const outcome = await needs.asInChat({ person, language, form, key: sent.data.key, text });
  return sayOutcome(outcome, asked, { title: own.redemptions, back: { to: '/board/redemptions', label: own.back } });
};

/** What points bought: what waits in shops, what became of it, the month settled. */
export const redemptionRoutes = (needs: RedemptionNeeds): readonly PageRoute[] => [
  {
    method: 'GET',
    path: '/board/redemptions',
    who: bookKeepers,
    answer: async (asked) => page(pointsWords[asked.language].redemptions, await main(needs, asked)),
  },
  {
    method: 'POST',
    path: '/board/redemptions/:number/cancel',
    who: bookKeepers,
    answer: (asked) => cancel(needs, asked),
  },
];
