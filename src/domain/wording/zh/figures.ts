import { changeOf, rateOf, type Share } from '../../figures/figures';
import type { Speaker, TopicCatalogue, WordingParams } from '../params';
import { lines } from './phrases';

type OfMonth = WordingParams['figures.month'];
type RateName = keyof OfMonth['rates'];

const rateNames: Readonly<Record<RateName, string>> = {
  response: '按时接单',
  onTime: '按时办结',
  solved: '解决',
  satisfied: '满意',
  inGrid: '网格内办结',
};
const rates = Object.keys(rateNames) as RateName[];

const percent = (share: number): string => `${Math.round(Math.abs(share) * 100)}%`;

/** The counts stand beside the rate: one of one is not a hundred of a hundred. */
const rate = (name: RateName, share: Share): string => {
  const value = rateOf(share);
  return `${rateNames[name]}${value === null ? '还没有' : `${percent(value)}（${share.count}/${share.of}）`}`;
};

/** Nothing to compare with: nothing is said of it. */
const change = (given: number | null, less: string, more: string): string =>
  given === null || given === 0 ? '' : `${given < 0 ? less : more}${percent(given)}`;

const trend = ({ now, before }: OfMonth['complaints']): string => {
  if (now === before) return '，一样多';
  const said = change(changeOf(before, now), '少了', '多了');
  return said === '' ? '' : `，${said}`;
};

const against = ({ asked }: OfMonth): string => (asked === 'this' ? '上月同期' : '再上个月');

const compared = (p: OfMonth, name: RateName): string => {
  const before = rateOf(p.rates[name].before);
  return `${rate(name, p.rates[name].now)}${before === null ? '' : `，${against(p)}${percent(before)}`}。`;
};

const answering = (p: OfMonth, s: Speaker): string | null => {
  const { now, before } = p.answerMinutes;
  if (now === null) return null;
  const own = `平均${s.span(now)}接单`;
  if (before === null) return `${own}。`;
  const said = change(changeOf(before, now), '快了', '慢了');
  return `${own}，${against(p)}${s.span(before)}${said === '' ? '' : `，${said}`}。`;
};

const subject = ({ subject: { area, category } }: OfMonth, s: Speaker): string =>
  [
    ...(area === null ? [] : [s.place({ area, words: null })]),
    ...(category === null ? [] : [s.category(category)]),
  ].join('｜');

const earlier = (p: OfMonth): string | null =>
  p.earlier.length === 0
    ? null
    : `前几个月居民诉求：${p.earlier
        .map((each) => {
          const said = change(each.change, '少了', '多了');
          return `${Number(each.month.slice(5))}月${each.count}件${said === '' ? '' : `（${said}）`}`;
        })
        .join('，')}。`;

const desks = (p: OfMonth, s: Speaker): string | null =>
  p.desks.length === 0
    ? null
    : `分开看：${p.desks
        .map(({ desk, tickets, onTime }) => `${s.area(desk)}${tickets}件，${rate('onTime', onTime)}`)
        .join('；')}。`;

const top = (given: OfMonth['top'], s: Speaker): string =>
  given.map(({ category, count }) => `${s.category(category)}${count}件`).join('、');

export const figures: TopicCatalogue<'figures'> = {
  'figures.brief': (p, s) =>
    lines(
      `简报：${s.date(p.at)} ${s.time(p.at)}`,
      `今天新报${p.fresh}件，解决${p.solved}件，其中满意${p.satisfied}件。`,
      `在办${p.open}件，超时${p.overdue}件。`,
      p.unacknowledged > 0 ? `急事有${p.unacknowledged}件没人负责，请马上看。` : '没有等人负责的急事。',
      p.top.length === 0 ? null : `今天最多的：${top(p.top, s)}。`,
      `本月：${rates.map((name) => rate(name, p.rates[name])).join('，')}。`,
      `居民诉求：本月${p.complaints.now}件，上月同期${p.complaints.before}件${trend(p.complaints)}。`,
      '看整月回“简报 本月”，看一个网格在后面写上名字。',
    ),
  'figures.month': (p, s) => {
    const of = subject(p, s);
    return lines(
      `简报：${p.asked === 'this' ? '本月' : '上月'}（${s.date(p.span.from)}起）${of === '' ? '' : `｜${of}`}`,
      p.standing && `在办${p.standing.open}件，超时${p.standing.overdue}件。`,
      `新报${p.tickets.now}件，${against(p)}${p.tickets.before}件${trend(p.tickets)}。`,
      ...(p.tickets.now === 0
        ? []
        : [compared(p, 'response'), answering(p, s), ...rates.slice(1).map((name) => compared(p, name))]),
      `居民诉求：${p.complaints.now}件，${against(p)}${p.complaints.before}件${trend(p.complaints)}。`,
      earlier(p),
      p.top.length === 0 ? null : `最多的：${top(p.top, s)}。`,
      desks(p, s),
      p.asked === 'this'
        ? '看上个月，在后面写“上月”；今天的，回“简报”。'
        : '看这个月，在后面写“本月”；今天的，回“简报”。',
    );
  },
  'figures.unknown': (p, s) =>
    lines(
      '没找到叫这个名字的网格、楼或事项。',
      `可以这样看：${[
        '本月',
        '上月',
        ...p.areas.map((area) => s.area(area)),
        ...(p.category === null ? [] : [s.category(p.category)]),
      ]
        .map((name) => `“简报 ${name}”`)
        .join('')}。`,
    ),
  'figures.not-yours': (p, s) =>
    lines(
      `${s.area(p.area)}的简报，给管那里的人和社区看。`,
      `您的：${p.own.map((area) => `“简报 ${s.area(area)}”`).join('')}。`,
    ),
};
