import type { OrderRefusal } from '../../rewards/order-refusal';
import type { Shop } from '../../rewards/reward';
import { spacedCode } from '../../rewards/code';
import type { WordsId } from '../../ids';
import type { Speaker, TopicCatalogue, WordingParams } from '../params';
import { lines } from './phrases';

/** As many shops as are read in a message. */
const listedShops = 3;

const where = (shops: readonly Shop[]): string =>
  shops
    .slice(0, listedShops)
    .map(({ name, address, hours }) => `${name}（${address}，${hours}）`)
    .join('、') + (shops.length > listedShops ? `等${shops.length}家` : '');

const price = (points: number): string => (points === 0 ? '不用分' : `${points}分`);

const noOrder = ({ item, why }: WordingParams['reward.not-placed']): string => {
  switch (why.kind) {
    case 'too-few':
      return `${item.zh}要${why.points}分，现在有${why.balance}分，还差${why.points - why.balance}分。`;
    case 'none-left':
      return `${item.zh}兑完了，还没有进货，积分没有动。`;
    case 'month-limit':
      return `${item.zh}每人每月${why.perMonth}份，这个月已经兑过了，积分没有动。`;
  }
};

const refusal = (why: OrderRefusal, s: Speaker): string => {
  switch (why.kind) {
    case 'other-shop':
      return `这个码不在您店里领，请到${where(why.shops)}。`;
    case 'not-yours':
      return '这一单不是您的，什么都没有改。';
    case 'over':
      if (why.phase === 'collected') return `这个码${why.at === null ? '' : s.time(why.at)}领过了，不能再领。`;
      return why.phase === 'lapsed' ? '这个码过期了，积分已经退回，不能再领。' : '这一单取消了，积分已经退回。';
  }
};

const state = (p: WordingParams['reward.state'], s: Speaker): string => {
  switch (p.phase) {
    case 'held':
      return p.own
        ? `领取码 ${spacedCode(p.code)}，${s.moment(p.until)}前来领。`
        : `留着，${s.moment(p.until)}前来领。`;
    case 'collected':
      return `${p.collected === null ? '' : s.time(p.collected.at)}领走了。`;
    case 'lapsed':
      return '没有来领，过期了，积分已经退回。';
    case 'cancelled':
      return '取消了，积分已经退回。';
  }
};

/** Old messages name no page. */
const page = (address: WordsId | null | undefined, s: Speaker): string | null =>
  address === null || address === undefined ? null : `给店员扫一扫：${s.words([address])}`;

const notYours: Readonly<Record<WordingParams['reward.not-yours']['what'], string>> = {
  collect: '核销由店里的人来做，什么都没有改。',
  restock: '进货由店里的人或社区来记，什么都没有改。',
  settle: '结算由店里的人或社区来看。',
  shop: '店铺网页只给店里的人。',
  proxy: '替别人兑换由楼栋长或社区来办，什么都没有改。',
};

export const rewards: TopicCatalogue<'reward'> = {
  'reward.list': (p) =>
    lines(
      p.rewards.length === 0 ? '现在没有可以兑换的。' : `您有${p.balance}分，可以兑：`,
      ...p.rewards.map(
        ({ zh, points, left }) =>
          `${zh} ${price(points)}${left === null ? '' : left > 0 ? `，还有${left}份` : '，兑完了'}`,
      ),
      p.rewards.length === 0 ? '想知道怎么有分，回“帮助”。' : '要哪样，回“兑”加名字。',
    ),
  'reward.which': (p) =>
    lines(
      `“${p.typed}”说的是哪样？还没有兑。`,
      ...p.rewards.map(({ zh, points }) => `${zh} ${price(points)}`),
      '请回“兑”加名字，多写几个字。',
    ),
  'reward.confirm': (p, s) =>
    lines(
      `${p.own ? '' : `替${s.name(p.person)}`}用${p.points}分兑一份${p.item.zh}，兑了还剩${p.balance - p.points}分。`,
      '兑，回 1；不兑，回 2。',
    ),
  'reward.not-placed': (p, s) =>
    lines(p.own ? null : `替${s.name(p.person)}兑${p.item.zh}没有成。`, noOrder(p), '看看能兑什么，回“兑”。'),
  'reward.code': (p, s) =>
    lines(
      `${s.name(p.person)}您好，${p.item.zh}给您留好了，用${p.points}分，还剩${p.balance}分。`,
      p.by === p.person ? null : `是${s.name(p.by)}代办的。`,
      `领取码 ${spacedCode(p.code)}，请别发到群里。${s.moment(p.until)}前没领，积分自动退回。`,
      page(p.address, s),
      `请到${where(p.shops)}，把码给店员看。不要了，回“撤回 #${p.number}”。`,
    ),
  'reward.remind': (p, s) =>
    lines(
      `#${p.number} ${p.item.zh}还没领，${s.moment(p.until)}过期。`,
      `领取码 ${spacedCode(p.code)}，请别发到群里。`,
      page(p.address, s),
      `请到${where(p.shops)}。不要了，回“撤回 #${p.number}”。`,
    ),
  'reward.cancelled': (p) =>
    lines(
      p.why === 'lapsed' ? `#${p.number} ${p.item.zh}过期没领。` : `#${p.number} ${p.item.zh}取消了。`,
      p.points === 0 ? null : `${p.points}分已经退回。`,
      '看积分，回“积分”；想再兑，回“兑”。',
    ),
  'reward.collected': (p, s) =>
    lines(`#${p.number} ${p.item.zh}，${s.time(p.at)}在${p.shop}领走了，用了${p.points}分。`, '不是您领的，回“人工”。'),
  'reward.handed-out': (p) =>
    lines(`核销好了：#${p.number} ${p.item.zh}，${price(p.points)}。请交给来人。`, `看本月的，回“结算”。`),
  'reward.refused': (p, s) => lines(`#${p.number} ${p.item.zh}`, refusal(p.why, s), '有疑问，回“人工”。'),
  'reward.code-wrong': (p) =>
    lines(
      p.code === ''
        ? '核销要领取码，什么都没有改。'
        : p.why === 'mistyped'
          ? `“${p.code}”有数字打错了，什么都没有改。`
          : `没有“${p.code}”这个码，什么都没有改。`,
      '请对着来人手机上的八个数字，再回“核销”加码。',
    ),
  'reward.state': (p, s) =>
    lines(
      `#${p.number} ${p.item.zh}，${price(p.points)}`,
      state(p, s),
      p.own && p.phase === 'held' ? page(p.address, s) : null,
      '有疑问，回“人工”。',
    ),
  'reward.shop-page': (p, s) =>
    lines(
      '店铺网页：扫码核销、看每月结算，都在这里：',
      s.words([p.address]),
      `${s.moment(p.until)}前有效，只给您一个人，请别转发。再要一个，回“店铺”。`,
    ),
  'reward.restocked': (p) => lines(`${p.item.zh}进货${p.pieces}份，现在有${p.left}份。`, '记错了，回“人工”。'),
  'reward.not-restocked': (p) =>
    lines(
      p.typed === '' ? '进什么货、多少？还没有记。' : `“${p.typed}”没有看懂，还没有记。`,
      p.rewards.length === 0 ? null : `可以写：${p.rewards.map(({ zh }) => zh).join('、')}。`,
      '请回“进货 名字 数量”，比如“进货 米 100”。',
    ),
  'reward.settlement': (p) =>
    lines(
      `${p.month} 兑换结算`,
      ...p.shops.flatMap(({ shop, lines: rows }) => [
        `${shop}：${rows.reduce((sum, { pieces }) => sum + pieces, 0)}份，${rows.reduce((sum, { points }) => sum + points, 0)}分`,
        ...rows.map(({ item, pieces, points }) => `${item.zh} ${pieces}份 ${points}分`),
      ]),
      p.shops.length === 0 ? '这个月没有人来领。' : null,
      '看上个月，回“结算 上月”。',
    ),
  'reward.not-yours': (p) => lines(notYours[p.what], '有疑问，回“人工”。'),
  'reward.no-such-person': (p) =>
    lines(
      p.found === 0 ? `没有找到“${p.name}”，什么都没有改。` : `叫“${p.name}”的有${p.found}位，分不清，什么都没有改。`,
      '请写全名，或回“人工”请社区办。',
    ),
};
