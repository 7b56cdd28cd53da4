import { el, keyed } from './dom.js';
import { avatar } from './places.js';
import { makeComposer } from './composer.js';
import { bubble, stampOf } from './message.js';
import { state, calm, chatById, changed, mainRole, messagesOf, onChange } from './state.js';
import { roleName, t } from './words.js';

const place = document.getElementById('panes');
const tabs = document.getElementById('tabs');
const kinds = ['group', 'handler', 'reporter'];

const headOf = (chat, kind) => {
  const [member] = chat.members;
  if (chat.kind === 'group')
    return [
      el(
        'span',
        { class: 'avatar group', data: { purpose: chat.purpose ?? 'none' }, 'aria-hidden': 'true' },
        [...chat.title][0],
      ),
      el(
        'div',
        {},
        el('h2', { id: `head-${kind}` }, chat.title),
        el('p', {}, t('chat.members', { count: chat.members.length })),
      ),
    ];
  const role = mainRole(member);
  const about = [roleName(role), member.building, member.onDuty ? t('places.duty') : null].filter(Boolean).join(' · ');
  return [avatar(member.name, role), el('div', {}, el('h2', { id: `head-${kind}` }, member.name), el('p', {}, about))];
};

/** One of the three columns. */
const makePane = (kind) => {
  const head = el('header');
  const list = el('div', { class: 'messages', role: 'log', tabIndex: 0 });
  const foot = el('div', { class: 'foot' });
  const pane = el('section', { class: 'pane', data: { kind }, 'aria-labelledby': `head-${kind}` }, head, list, foot);
  let shown = '';
  let composer = null;
  let stamp = '';
  pane.addEventListener('pointerdown', () => calm(shown));
  pane.addEventListener('focusin', () => calm(shown));

  const draw = () => {
    const id = state.panes[kind];
    const chat = chatById(id);
    pane.classList.toggle('active', state.tab === kind);
    if (chat === null) return;
    const fresh = id !== shown;
    if (fresh) {
      shown = id;
      pane.dataset.chat = id;
      list.replaceChildren();
      composer = makeComposer(id);
      foot.replaceChildren(composer.form);
    }
    pane.classList.toggle('glow', state.glowing.has(id));
    const headStamp = JSON.stringify([state.lang, chat]);
    if (headStamp !== stamp)
      head.replaceChildren(el('span', { class: 'kind' }, t(`pane.${kind}`)), ...headOf(chat, kind));
    stamp = headStamp;
    const atEnd = fresh || list.scrollHeight - list.scrollTop - list.clientHeight < 160;
    const before = list.childElementCount;
    const messages = messagesOf(id).map((message) => ({ ...message, chat: id }));
    if (messages.length === 0)
      list.replaceChildren(el('p', { class: 'empty', data: { key: 'empty' } }, t('chat.empty')));
    else keyed(list, messages, ({ id: key }) => key, stampOf, bubble);
    if (atEnd && (fresh || list.childElementCount !== before || state.glowing.has(id)))
      list.scrollTop = list.scrollHeight;
    composer.draw();
  };
  return { pane, draw, list };
};

const panes = kinds.map(makePane);
place.append(...panes.map(({ pane }) => pane));

// A photo that arrives late must not push the newest words out of sight.
for (const { list } of panes)
  list.addEventListener(
    'load',
    () => {
      if (list.scrollHeight - list.scrollTop - list.clientHeight < 420) list.scrollTop = list.scrollHeight;
    },
    true,
  );

const drawTabs = () => {
  tabs.setAttribute('aria-label', t('places.open'));
  const tab = (kind) => {
    const chat = chatById(state.panes[kind]);
    const choose = () => ((state.tab = kind), changed());
    const hot = state.tab !== kind && (state.glowing.has(state.panes[kind]) || state.unread.has(state.panes[kind]));
    return el(
      'button',
      { type: 'button', 'aria-pressed': String(state.tab === kind), class: hot ? 'hot' : '', on: { click: choose } },
      el('b', {}, t(`pane.${kind}`)),
      el('small', {}, chat?.title ?? ''),
    );
  };
  tabs.replaceChildren(...kinds.map(tab));
};

onChange(() => {
  for (const { draw } of panes) draw();
  drawTabs();
});

/** Brings a message into sight and lets it shine for a moment. */
export const pointAt = (id) => {
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      const found = place.querySelector(`.message[data-key="${CSS.escape(id)}"]`);
      if (!found) return;
      found.scrollIntoView({ block: 'center' });
      found.classList.add('pointed');
      setTimeout(() => found.classList.remove('pointed'), 2500);
    }),
  );
};
