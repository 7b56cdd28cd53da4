import { changeOf, rateOf, type Share } from '../../figures/figures';
import type { Speaker, TopicCatalogue, WordingParams } from '../params';
import { lines } from './phrases';

type OfMonth = WordingParams['figures.month'];
type RateName = keyof OfMonth['rates'];

const rateNames: Readonly<Record<RateName, string>> = {
  response: 'claimed in time',
  onTime: 'done in time',
  solved: 'solved',
  satisfied: 'satisfied',
  inGrid: 'settled within the grid',
};
const rates = Object.keys(rateNames) as RateName[];

const percent = (share: number): string => `${Math.round(Math.abs(share) * 100)}%`;

/** The counts stand beside the rate: one of one is not a hundred of a hundred. */
const rate = (name: RateName, share: Share): string => {
  const value = rateOf(share);
  return `${rateNames[name]}: ${value === null ? 'none yet' : `${percent(value)} (${share.count}/${share.of})`}`;
};

/** Nothing to compare with: nothing is said of it. */
const change = (given: number | null, less: string, more: string): string =>
  given === null || given === 0 ? '' : `${percent(given)} ${given < 0 ? less : more}`;

const trend = ({ now, before }: OfMonth['complaints']): string => {
  if (now === before) return ', the same';
  const said = change(changeOf(before, now), 'fewer', 'more');
  return said === '' ? '' : `, ${said}`;
};

const against = ({ asked }: OfMonth): string => (asked === 'this' ? 'by this day last month' : 'the month before');

const compared = (p: OfMonth, name: RateName): string => {
  const before = rateOf(p.rates[name].before);
  const said = rate(name, p.rates[name].now);
  return `${said.charAt(0).toUpperCase()}${said.slice(1)}${before === null ? '' : `; ${against(p)} ${percent(before)}`}.`;
};

const answering = (p: OfMonth, s: Speaker): string | null => {
  const { now, before } = p.answerMinutes;
  if (now === null) return null;
  const own = `Claimed within ${s.span(now)} on average`;
  if (before === null) return `${own}.`;
  const said = change(changeOf(before, now), 'faster', 'slower');
  return `${own}; ${against(p)} ${s.span(before)}${said === '' ? '' : `, ${said}`}.`;
};

const subject = ({ subject: { area, category } }: OfMonth, s: Speaker): string =>
  [
    ...(area === null ? [] : [s.place({ area, words: null })]),
    ...(category === null ? [] : [s.category(category)]),
  ].join(' | ');

const earlier = (p: OfMonth): string | null =>
  p.earlier.length === 0
    ? null
    : `Residents' complaints of the months before: ${p.earlier
        .map((each) => {
          const said = change(each.change, 'fewer', 'more');
          return `${each.month}: ${each.count}${said === '' ? '' : ` (${said})`}`;
        })
        .join(', ')}.`;

const desks = (p: OfMonth, s: Speaker): string | null =>
  p.desks.length === 0
    ? null
    : `Side by side: ${p.desks
        .map(({ desk, tickets, onTime }) => `${s.area(desk)} ${tickets}, ${rate('onTime', onTime)}`)
        .join('; ')}.`;

const top = (given: OfMonth['top'], s: Speaker): string =>
  given.map(({ category, count }) => `${s.category(category)} ${count}`).join(', ');

export const figures: TopicCatalogue<'figures'> = {
  'figures.brief': (p, s) =>
    lines(
      `Brief: ${s.date(p.at)} ${s.time(p.at)}`,
      `Today: ${p.fresh} new, ${p.solved} solved, ${p.satisfied} of them to satisfaction.`,
      `Open: ${p.open}, overdue: ${p.overdue}.`,
      p.unacknowledged > 0
        ? `Emergencies nobody has taken charge of: ${p.unacknowledged}. Please look now.`
        : 'No emergency waits for somebody to take charge.',
      p.top.length === 0 ? null : `Most frequent today: ${top(p.top, s)}.`,
      `This month: ${rates.map((name) => rate(name, p.rates[name])).join('; ')}.`,
      `Residents' complaints: ${p.complaints.now} this month, ${p.complaints.before} by this day last month${trend(p.complaints)}.`,
      'For the whole month reply “brief this month”; for one grid put its name behind.',
    ),
  'figures.month': (p, s) => {
    const of = subject(p, s);
    return lines(
      `Brief: ${p.asked === 'this' ? 'this month' : 'last month'} (from ${s.date(p.span.from)})${of === '' ? '' : ` | ${of}`}`,
      p.standing && `Open: ${p.standing.open}, overdue: ${p.standing.overdue}.`,
      `New: ${p.tickets.now}; ${against(p)} ${p.tickets.before}${trend(p.tickets)}.`,
      ...(p.tickets.now === 0
        ? []
        : [compared(p, 'response'), answering(p, s), ...rates.slice(1).map((name) => compared(p, name))]),
      `Residents' complaints: ${p.complaints.now}; ${against(p)} ${p.complaints.before}${trend(p.complaints)}.`,
      earlier(p),
      p.top.length === 0 ? null : `Most frequent: ${top(p.top, s)}.`,
      desks(p, s),
      p.asked === 'this'
        ? 'For the month before put “last month” behind; for today reply “brief”.'
        : 'For this month put “this month” behind; for today reply “brief”.',
    );
  },
  'figures.unknown': (p, s) =>
    lines(
      'No grid, building or category here has that name.',
      `You can say: ${[
        'this month',
        'last month',
        ...p.areas.map((area) => s.area(area)),
        ...(p.category === null ? [] : [s.category(p.category)]),
      ]
        .map((name) => `“brief ${name}”`)
        .join(', ')}.`,
    ),
  'figures.not-yours': (p, s) =>
    lines(
      `The brief of ${s.area(p.area)} is for those who look after it and for the community.`,
      `Yours: ${p.own.map((area) => `“brief ${s.area(area)}”`).join(', ')}.`,
    ),
};
