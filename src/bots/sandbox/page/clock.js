import { el, icon } from './dom.js';
import { state, programNow, onChange, keep, changed } from './state.js';
import { clockTime, day, minuteOfDay, moment, seconds, t } from './words.js';
import { move, untilMorning } from './move.js';

/** The sky over the demo neighbourhood: by the hour of its own clock. */
const skyAt = (minute) => {
  if (minute < 5.5 * 60 || minute >= 20 * 60) return 'night';
  if (minute < 8 * 60) return 'dawn';
  return minute < 17.5 * 60 ? 'day' : 'dusk';
};

const top = document.getElementById('top');
const face = {
  time: el('span', { class: 'hm' }),
  seconds: el('span', { class: 's' }),
  day: el('span', { class: 'date' }),
};
const sky = el('span', { class: 'sky' });

const drawTime = () => {
  const now = programNow();
  face.time.textContent = clockTime(now);
  face.seconds.textContent = seconds(now);
  face.day.textContent = day(now);
  const light = skyAt(minuteOfDay(now));
  if (top.dataset.sky === light) return;
  top.dataset.sky = light;
  sky.replaceChildren(icon(light === 'night' ? 'moon' : 'sun'));
};

const nextLabel = () => {
  const next = state.clock?.next;
  if (!next) return t('clock.noNext');
  const what = `${next.number === null ? '' : `#${next.number} `}${t(`what.${next.what}`)}`;
  return `${t('clock.next', { what })} · ${moment(next.at, programNow())}`;
};

const button = (label, run, props = {}) =>
  el('button', { type: 'button', class: 'move', disabled: state.moving, on: { click: run }, ...props }, label);

const toggle = (label, name, props = {}) =>
  el(
    'button',
    {
      type: 'button',
      class: 'set',
      'aria-pressed': String(state[name]),
      on: { click: () => keep(name, !state[name]) },
      ...props,
    },
    label,
  );

const openPlaces = () => {
  state.placesOpen = !state.placesOpen;
  changed();
};

const drawTop = () => {
  const next = state.clock?.next ?? null;
  const focused = document.activeElement?.dataset?.name;
  top.replaceChildren(
    el(
      'div',
      { class: 'brand' },
      el(
        'button',
        {
          type: 'button',
          class: 'menu',
          'aria-label': t('places.open'),
          'aria-expanded': String(state.placesOpen),
          on: { click: openPlaces },
        },
        icon('people'),
      ),
      el('img', { src: '/sandbox/page/icon.svg', alt: '', width: 36, height: 36 }),
      el('div', {}, el('h1', {}, t('title')), el('p', {}, t('subtitle'))),
    ),
    el(
      'div',
      { class: 'clock', role: 'timer', 'aria-label': t('clock.label'), 'aria-busy': String(state.moving) },
      sky,
      face.time,
      face.seconds,
      face.day,
    ),
    el(
      'div',
      { class: 'moves' },
      button(t('clock.plus10'), () => move({ advanceMinutes: 10 }), { data: { name: '10' } }),
      button(t('clock.plus60'), () => move({ advanceMinutes: 60 }), { data: { name: '60' } }),
      button(state.moving ? t('clock.moving') : nextLabel(), () => next && move({ to: next.at }), {
        class: 'move next',
        disabled: state.moving || next === null,
        data: { name: 'next' },
      }),
      button(t('clock.morning'), () => move({ to: untilMorning() }), {
        class: 'move quiet',
        data: { name: 'morning' },
      }),
      button(t('clock.outage'), () => move({ jumpMinutes: 120 }), { class: 'move quiet', data: { name: 'outage' } }),
    ),
    el(
      'div',
      { class: 'sets' },
      toggle(t('set.wechat'), 'wechat', { class: 'set switch', data: { name: 'wechat' } }),
      toggle(t('set.big'), 'big', { data: { name: 'big' } }),
      el(
        'button',
        {
          type: 'button',
          class: 'set',
          'aria-label': t('set.languageLabel'),
          lang: state.lang === 'zh' ? 'en' : 'zh-CN',
          data: { name: 'lang' },
          on: { click: () => keep('lang', state.lang === 'zh' ? 'en' : 'zh') },
        },
        t('set.language'),
      ),
    ),
  );
  // The buttons were made anew: whoever works by keyboard stays where they were.
  if (focused) top.querySelector(`[data-name="${focused}"]`)?.focus();
  drawTime();
};

let stamp = '';
onChange(() => {
  const { lang, big, wechat, moving, placesOpen, clock } = state;
  const now = JSON.stringify([lang, big, wechat, moving, placesOpen, clock?.next, clock && day(clock.now)]);
  if (now !== stamp) drawTop();
  stamp = now;
});
setInterval(drawTime, 250);
