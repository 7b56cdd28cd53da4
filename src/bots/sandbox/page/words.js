import { state } from './state.js';
import { en } from './words.en.js';
import { en as enOfMatters } from './words-of-matters.en.js';
import { zh as zhOfMatters } from './words-of-matters.zh.js';
import { zh } from './words.zh.js';

const languages = { zh: { ...zh, ...zhOfMatters }, en: { ...en, ...enOfMatters } };

/** The page's words for this key; `{name}` is filled in. A key that nobody wrote shows its last part. */
export const t = (key, values = {}) =>
  (languages[state.lang][key] ?? key.replace(/^[^.]*\./, '')).replace(/\{(\w+)\}/g, (_, name) =>
    String(values[name] ?? ''),
  );

const formats = new Map();
const format = (options) => {
  const zone = state.clock?.timeZone ?? 'Asia/Shanghai';
  const name = JSON.stringify([state.lang, zone, options]);
  if (!formats.has(name)) {
    const locale = state.lang === 'zh' ? 'zh-CN' : 'en-GB';
    formats.set(name, new Intl.DateTimeFormat(locale, { timeZone: zone, hourCycle: 'h23', ...options }));
  }
  return formats.get(name);
};

const parts = (at) =>
  Object.fromEntries(
    format({
      month: 'numeric',
      day: 'numeric',
      weekday: 'short',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    })
      .formatToParts(new Date(at))
      .map(({ type, value }) => [type, value]),
  );

export const clockTime = (at) => `${parts(at).hour}:${parts(at).minute}`;
export const seconds = (at) => parts(at).second;
export const day = (at) => t('day', parts(at));
/** "10:05", or with the day when it is another one. */
export const moment = (at, now) => (day(at) === day(now) ? clockTime(at) : `${day(at)} ${clockTime(at)}`);
export const minuteOfDay = (at) => Number(parts(at).hour) * 60 + Number(parts(at).minute);
export const isWeekend = (at) => {
  const {
    year,
    month,
    day: date,
  } = Object.fromEntries(
    format({ year: 'numeric', month: 'numeric', day: 'numeric' })
      .formatToParts(new Date(at))
      .map(({ type, value }) => [type, Number(value)]),
  );
  return [0, 6].includes(new Date(Date.UTC(year, month - 1, date)).getUTCDay());
};
export const roleName = (role) => t(`role.${role}`);
