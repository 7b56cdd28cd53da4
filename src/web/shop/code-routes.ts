import { html } from 'ghtml';
import { toString as drawQr } from 'qrcode';
import { spacedCode } from '../../domain/rewards/code';
import { Order } from '../../domain/rewards/order';
import { shopsOf } from '../../domain/rewards/rewards-for';
import { sayMoment } from '../../domain/wording/say-moment';
import { sayOnPage, type SayOnPagePorts } from '../../usecases/pages/say-on-page';
import type { Matters } from '../../usecases/ports';
import { takePath } from '../../usecases/shops/shop-paths';
import { nothing, type Asked, type Html, type PageRoute } from '../pages/page-route';
import { linkIsOver, openLink, type PrivateLinkPorts } from '../pages/private-link';
import { shopWords } from './shop-words';

export interface CodePorts extends SayOnPagePorts, PrivateLinkPorts {
  readonly matters: Pick<Matters, 'load'>;
  readonly siteUrl: () => string;
}

const perMinute = 60;

/** The order that the link is of; null: unknown or expired, and nobody learns which. */
const orderOf = async (ports: CodePorts, asked: Asked): Promise<Order | null> => {
  const link = await openLink(ports, asked, 'order-code');
  const stored = link?.about ? await ports.matters.load(link.about) : null;
  return stored?.ref.kind === 'order' ? Order.parse(stored.state) : null;
};

const held = async (ports: CodePorts, order: Order, { language, path }: Asked): Promise<Html> => {
  const own = shopWords[language];
  const community = await ports.communities.current();
  const until = sayMoment(order.until, ports.clock.now().toISOString(), community.calendar.timeZone, language);
  return html`<p class="code">${spacedCode(order.code)}</p>
    <img class="qr" src="${path}/qr" width="280" height="280" alt="${own.qrAlt}" />
    <p>${own.show}</p>
    <dl class="facts">
      <dt>${own.until}</dt>
      <dd>${until}</dd>
      <dt>${own.where}</dt>
      <dd>
        !${shopsOf(order, community).map(
          ({ name, address, hours }) => html`<div>${name} <span class="soft">${address} · ${hours}</span></div>`,
        )}
      </dd>
    </dl>`;
};

const over = async (ports: CodePorts, order: Order, { language }: Asked): Promise<Html> => {
  const { number, zh, en, points, phase, code, until, collected } = order;
  const params = { number, item: { zh, en }, points, phase, code, until, collected, own: true };
  return html`<p class="why">
    ${await sayOnPage(ports, { wording: 'reward.state', params }, order.person, language)}
  </p>`;
};

/** What was ordered and its code, large and as a picture, by the link that was told with the code. */
export const codeRoutes = (ports: CodePorts): readonly PageRoute[] => [
  {
    method: 'GET',
    path: '/code/:token',
    who: 'anyone',
    perMinute,
    answer: async (asked) => {
      const order = await orderOf(ports, asked);
      if (!order) return linkIsOver(shopWords[asked.language].over, shopWords[asked.language].codeNext);
      const name = asked.language === 'zh' ? order.zh : order.en;
      const main = html`<section class="message">
        <h1><span class="number">#${order.number}</span> ${name}</h1>
        !${order.phase === 'held' ? await held(ports, order, asked) : await over(ports, order, asked)}
      </section>`;
      return { kind: 'page', title: `${shopWords[asked.language].code} #${order.number}`, bare: true, main };
    },
  },
  {
    method: 'GET',
    path: '/code/:token/qr',
    who: 'anyone',
    perMinute,
    answer: async (asked) => {
      const order = await orderOf(ports, asked);
      if (order?.phase !== 'held') return nothing;
      const bytes = await drawQr(`${ports.siteUrl()}${takePath(order.code)}`, { type: 'svg', margin: 1 });
      return { kind: 'file', type: 'image/svg+xml', bytes };
    },
  },
];
