import { randomUUID } from 'node:crypto';
import { html } from 'ghtml';
import { z } from 'zod';
import { decideOrder } from '../../domain/rewards/decide-order';
import { Order } from '../../domain/rewards/order';
import type { Spoken } from '../../domain/wording/params';
import { cameOfOrder } from '../../usecases/hearing/rewards/run-order-command';
import type { NotDone } from '../../usecases/inbound';
import type { ActOutcome, AsInChat } from '../../usecases/pages/as-in-chat';
import { sayOnPage, type SayOnPagePorts } from '../../usecases/pages/say-on-page';
import type { Matters } from '../../usecases/ports';
import { cameOfCode, findCode } from '../../usecases/shops/find-code';
import { keeps } from '../../usecases/shops/keeper';
import { settleMonth, type SettlePorts } from '../../usecases/shops/settle-month';
import { form } from '../pages/layout';
import { nothing, type Answer, type Asked, type Html, type PageRoute } from '../pages/page-route';
import { sayOutcome } from '../pages/say-outcome';
import { enterShop, keeperOf, notKeeper, type Keeper, type KeeperPorts } from './keeper-cookie';
import { settlementView } from './settlement-view';
import { shopWords } from './shop-words';

export type ShopNeeds = KeeperPorts &
  SayOnPagePorts &
  SettlePorts & {
    readonly matters: Pick<Matters, 'guards' | 'load'>;
    readonly asInChat: AsInChat;
  };

/** Few enough that nobody tries codes until one fits. */
const perMinute = 30;

const Params = z.object({ token: z.string().max(100) });
const Month = z.object({ month: z.enum(['this', 'last']).default('this') });
const Code = z.object({ code: z.string().trim().min(1).max(30) });
const Fields = Code.extend({ key: z.uuid() });

const enterCode = ({ language }: Asked): Html => {
  const own = shopWords[language];
  return html`<form method="get" action="/shop/take">
    <label for="code">${own.enter}</label>
    <input id="code" name="code" inputmode="numeric" autocomplete="off" maxlength="30" required />
    <button class="strong">${own.look}</button>
  </form>`;
};

const say = (asked: Asked, text: string, inside: Html): Answer => {
  const own = shopWords[asked.language];
  const main = html`<section class="message">
    <h1>${own.take}</h1>
    <p class="why">${text}</p>
    !${inside}
    <p><a class="button" href="/shop">${own.again}</a></p>
  </section>`;
  return { kind: 'page', title: own.take, bare: true, main };
};

/** No code: what is looked for is asked again. */
const notForm = (asked: Asked): Answer => {
  const own = shopWords[asked.language];
  const back = { to: '/shop', label: own.again };
  const outcome = { kind: 'refused', why: 'unfit', said: own.notForm } as const;
  return sayOutcome(outcome, asked, { title: own.take, back, more: enterCode(asked), bare: true });
};

const tell = (outcome: ActOutcome, asked: Asked): Answer => {
  const own = shopWords[asked.language];
  const back = { to: '/shop', label: own.again };
  return sayOutcome(outcome, asked, { title: own.take, back, done: own.handed, bare: true });
};

/** What the code stands for, or why this shop cannot take it: the rule of the chat, which decides again when pressed. */
const lookAt = async (needs: ShopNeeds, { person, community }: Keeper, code: string, asked: Asked): Promise<Answer> => {
  const refuse = async (spoken: Spoken, why: NotDone) =>
    tell({ kind: 'refused', why, said: await sayOnPage(needs, spoken, person.id, asked.language) }, asked);
  const found = await findCode(needs, code);
  if (found.kind !== 'order')
    return refuse(
      { wording: 'reward.code-wrong', params: { code: code.slice(0, 20), why: found.kind } },
      cameOfCode(found.kind),
    );
  const order = Order.parse((await needs.matters.load(found.order))?.state);
  const { number, zh, en, points } = order;
  const now = needs.clock.now().toISOString();
  const made = decideOrder(order, { kind: 'collect', by: person }, { now, community });
  if (!made.ok)
    return refuse(
      { wording: 'reward.refused', params: { number, item: { zh, en }, points, why: made.refusal } },
      cameOfOrder(made.refusal),
    );
  const own = shopWords[asked.language];
  const price = points === 0 ? own.free : `${points}${asked.language === 'zh' ? '' : ' '}${own.points}`;
  const inside = form(
    asked.csrf,
    '/shop/take',
    html`<input type="hidden" name="code" value="${order.code}" />
      <input type="hidden" name="key" value="${randomUUID()}" />
      <button class="strong">${own.hand}</button>`,
  );
  return say(asked, `#${number} ${asked.language === 'zh' ? zh : en}，${price}`, inside);
};

const ownPage = async (needs: ShopNeeds, keeper: Keeper, asked: Asked): Promise<Answer> => {
  const own = shopWords[asked.language];
  const { month = 'this' } = Month.safeParse(asked.query).data ?? {};
  const shops = keeper.community.shops.filter((shop) => keeps(keeper.person, shop));
  const settled = await settleMonth(needs, shops, month === 'last', keeper.community);
  const main = html`<h1>${shops.map(({ name }) => name).join('、')}</h1>
    <section class="card screen-only">
      <h2>${own.take}</h2>
      !${enterCode(asked)}
    </section>
    !${settlementView(settled, asked.language)}
    <p class="screen-only">
      <a class="button" href="/shop">${own.thisMonth}</a>
      <a class="button" href="/shop?month=last">${own.lastMonth}</a>
    </p>
    <p class="soft screen-only">${own.print}</p>`;
  return { kind: 'page', title: own.title, bare: true, files: ['public.css'], main };
};

const handOut = async (needs: ShopNeeds, { person }: Keeper, asked: Asked): Promise<Answer> => {
  const read = Fields.safeParse(asked.fields);
  if (!read.success) return notForm(asked);
  const { code, key } = read.data;
  const spoken = { person, text: `核销 ${code}`, form: `take:${code}`, key, language: asked.language };
  return tell(await needs.asInChat(spoken), asked);
};

/** The page of whoever keeps a shop: to take codes, as `核销` does, and to see what was handed out. */
export const shopRoutes = (needs: ShopNeeds): readonly PageRoute[] => {
  /** Whoever keeps no shop learns how keepers come in. */
  const forKeepers = (
    method: PageRoute['method'],
    path: string,
    answer: (keeper: Keeper, asked: Asked) => Promise<Answer>,
  ): PageRoute => ({
    method,
    path,
    who: 'anyone',
    perMinute,
    answer: async (asked) => {
      const keeper = await keeperOf(needs, asked);
      return keeper ? answer(keeper, asked) : notKeeper(asked);
    },
  });
  return [
    {
      method: 'GET',
      path: '/shop/:token',
      who: 'anyone',
      perMinute,
      answer: async ({ params }) => {
        const read = Params.safeParse(params);
        return (read.success ? await enterShop(needs, read.data.token) : null) ?? nothing;
      },
    },
    forKeepers('GET', '/shop', (keeper, asked) => ownPage(needs, keeper, asked)),
    forKeepers('GET', '/shop/take', async (keeper, asked) => {
      const read = Code.safeParse(asked.query);
      return read.success ? lookAt(needs, keeper, read.data.code, asked) : notForm(asked);
    }),
    forKeepers('POST', '/shop/take', (keeper, asked) => handOut(needs, keeper, asked)),
  ];
};
