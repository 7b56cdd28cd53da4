import { spacedCode } from '../../rewards/code';
import type { OrderRefusal } from '../../rewards/order-refusal';
import type { Shop } from '../../rewards/reward';
import type { WordsId } from '../../ids';
import type { Speaker, TopicCatalogue, WordingParams } from '../params';
import { lines } from './phrases';

/** As many shops as are read in a message. */
const listedShops = 3;

const where = (shops: readonly Shop[]): string =>
  shops
    .slice(0, listedShops)
    .map(({ name, address, hours }) => `${name} (${address}, ${hours})`)
    .join(', ') + (shops.length > listedShops ? `, or one of ${shops.length} shops in all` : '');

const price = (points: number): string => (points === 0 ? 'no points' : `${points} points`);

const noOrder = ({ item, why }: WordingParams['reward.not-placed']): string => {
  switch (why.kind) {
    case 'too-few':
      return `${item.en} costs ${why.points} points; there are ${why.balance}, so ${why.points - why.balance} are missing.`;
    case 'none-left':
      return `${item.en} is all gone for now. No points were taken.`;
    case 'month-limit':
      return `${item.en}: ${why.perMonth} a person each month, and this month's is taken. No points were taken.`;
  }
};

const refusal = (why: OrderRefusal, s: Speaker): string => {
  switch (why.kind) {
    case 'other-shop':
      return `This code is not for your shop. It is taken at ${where(why.shops)}.`;
    case 'not-yours':
      return 'This order is not yours. Nothing was changed.';
    case 'over':
      if (why.phase === 'collected')
        return `This code was used${why.at === null ? '' : ` at ${s.time(why.at)}`} and cannot be used again.`;
      return why.phase === 'lapsed'
        ? 'This code has lapsed and the points went back.'
        : 'This order was cancelled and the points went back.';
  }
};

const state = (p: WordingParams['reward.state'], s: Speaker): string => {
  switch (p.phase) {
    case 'held':
      return p.own
        ? `Code ${spacedCode(p.code)}; collect it before ${s.moment(p.until)}.`
        : `Kept until ${s.moment(p.until)}.`;
    case 'collected':
      return `Handed out${p.collected === null ? '' : ` at ${s.time(p.collected.at)}`}.`;
    case 'lapsed':
      return 'Not collected in time; the points went back.';
    case 'cancelled':
      return 'Cancelled; the points went back.';
  }
};

/** Old messages name no page. */
const page = (address: WordsId | null | undefined, s: Speaker): string | null =>
  address === null || address === undefined ? null : `To be scanned at the shop: ${s.words([address])}`;

const notYours: Readonly<Record<WordingParams['reward.not-yours']['what'], string>> = {
  collect: 'Codes are taken by the people of the shop. Nothing was changed.',
  restock: 'Stock is recorded by the people of the shop or by staff. Nothing was changed.',
  settle: 'The settlement is for the people of the shop and for staff.',
  shop: 'This page is for the people of a shop.',
  proxy: 'Captains and staff order for others. Nothing was changed.',
};

export const rewards: TopicCatalogue<'reward'> = {
  'reward.list': (p) =>
    lines(
      p.rewards.length === 0 ? 'There is nothing to be had for points at present.' : `You have ${p.balance} points:`,
      ...p.rewards.map(
        ({ en, points, left }) =>
          `${en}: ${price(points)}${left === null ? '' : left > 0 ? `, ${left} left` : ', none left'}`,
      ),
      p.rewards.length === 0 ? 'To learn how points are earned, send "help".' : 'To order, send "redeem" and the name.',
    ),
  'reward.which': (p) =>
    lines(
      `What is meant by "${p.typed}"? Nothing was ordered.`,
      ...p.rewards.map(({ en, points }) => `${en}: ${price(points)}`),
      'Please send "redeem" and the full name.',
    ),
  'reward.confirm': (p, s) =>
    lines(
      `${p.own ? '' : `For ${s.name(p.person)}: `}${p.item.en} for ${p.points} points, which leaves ${p.balance - p.points}.`,
      'To order, reply 1; not to, reply 2.',
    ),
  'reward.not-placed': (p, s) =>
    lines(
      p.own ? null : `Nothing was ordered for ${s.name(p.person)}.`,
      noOrder(p),
      'To see what there is, send "redeem".',
    ),
  'reward.code': (p, s) =>
    lines(
      `${s.name(p.person)}, ${p.item.en} is kept for you. It took ${p.points} points and leaves ${p.balance}.`,
      p.by === p.person ? null : `${s.name(p.by)} ordered it for you.`,
      `Code ${spacedCode(p.code)}; do not post it in a group. Not collected before ${s.moment(p.until)}, the points go back.`,
      page(p.address, s),
      `Show the code at ${where(p.shops)}. If you no longer want it, send "撤回 #${p.number}".`,
    ),
  'reward.remind': (p, s) =>
    lines(
      `#${p.number} ${p.item.en} is not collected yet and lapses ${s.moment(p.until)}.`,
      `Code ${spacedCode(p.code)}; do not post it in a group.`,
      page(p.address, s),
      `Show it at ${where(p.shops)}. If you no longer want it, send "撤回 #${p.number}".`,
    ),
  'reward.cancelled': (p) =>
    lines(
      p.why === 'lapsed'
        ? `#${p.number} ${p.item.en} was not collected in time.`
        : `#${p.number} ${p.item.en} is cancelled.`,
      p.points === 0 ? null : `The ${p.points} points went back.`,
      'For your points, send "points"; to order again, "redeem".',
    ),
  'reward.collected': (p, s) =>
    lines(
      `#${p.number} ${p.item.en} was collected at ${p.shop}, ${s.time(p.at)}, for ${p.points} points.`,
      'If that was not you, send "人工".',
    ),
  'reward.handed-out': (p) =>
    lines(
      `Done: #${p.number} ${p.item.en}, ${price(p.points)}. Please hand it out.`,
      'For this month so far, send "结算".',
    ),
  'reward.refused': (p, s) => lines(`#${p.number} ${p.item.en}`, refusal(p.why, s), 'Questions? Send "人工".'),
  'reward.code-wrong': (p) =>
    lines(
      p.code === ''
        ? 'The code is missing. Nothing was changed.'
        : p.why === 'mistyped'
          ? `A digit of "${p.code}" is mistyped. Nothing was changed.`
          : `There is no code "${p.code}". Nothing was changed.`,
      'Please copy the eight digits and send "核销" with them.',
    ),
  'reward.state': (p, s) =>
    lines(
      `#${p.number} ${p.item.en}, ${price(p.points)}`,
      state(p, s),
      p.own && p.phase === 'held' ? page(p.address, s) : null,
      'Questions? Send "人工".',
    ),
  'reward.shop-page': (p, s) =>
    lines(
      'The page of your shop, to scan codes and to see each month settled:',
      s.words([p.address]),
      `It opens until ${s.moment(p.until)}, for you alone; do not pass it on. For another, send "my shop".`,
    ),
  'reward.restocked': (p) =>
    lines(`${p.pieces} × ${p.item.en} came in; there are ${p.left} now.`, 'Mistaken? Send "人工".'),
  'reward.not-restocked': (p) =>
    lines(
      p.typed === ''
        ? 'What came in, and how many? Nothing was recorded.'
        : `"${p.typed}" was not understood. Nothing was recorded.`,
      p.rewards.length === 0 ? null : `You can write: ${p.rewards.map(({ en }) => en).join(', ')}.`,
      'Please send "进货", the name and the number, such as "进货 米 100".',
    ),
  'reward.settlement': (p) =>
    lines(
      `Settlement of ${p.month}`,
      ...p.shops.flatMap(({ shop, lines: rows }) => [
        `${shop}: ${rows.reduce((sum, { pieces }) => sum + pieces, 0)} pieces, ${rows.reduce((sum, { points }) => sum + points, 0)} points`,
        ...rows.map(({ item, pieces, points }) => `${item.en}: ${pieces}, ${points} points`),
      ]),
      p.shops.length === 0 ? 'Nothing was collected.' : null,
      'For last month, send "结算 上月".',
    ),
  'reward.not-yours': (p) => lines(notYours[p.what], 'Questions? Send "人工".'),
  'reward.no-such-person': (p) =>
    lines(
      p.found === 0
        ? `Nobody called "${p.name}" was found. Nothing was changed.`
        : `${p.found} people are called "${p.name}". Nothing was changed.`,
      'Please write the full name, or send "人工".',
    ),
};
