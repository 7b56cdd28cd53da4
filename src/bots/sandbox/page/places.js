import { el } from './dom.js';
import { state, allPeople, changed, mainRole, onChange, openChat, visibleChats } from './state.js';
import { roleName, t } from './words.js';

const place = document.getElementById('places');
const order = [
  'director',
  'inspector',
  'staff',
  'grid-leader',
  'grid-worker',
  'shop',
  'captain',
  'rider',
  'volunteer',
  'resident',
  'guest',
];

export const avatar = (name, role) =>
  el('span', { class: 'avatar', data: { role }, 'aria-hidden': 'true' }, role === 'bot' ? '邻' : ([...name][0] ?? '?'));

const dot = (chat) => {
  const count = state.unread.get(chat) ?? 0;
  return count === 0 ? null : el('span', { class: 'dot', 'aria-label': `${count}` }, String(Math.min(count, 99)));
};

const entry = (chat, inner, label) =>
  el(
    'button',
    {
      type: 'button',
      class: `entry${state.glowing.has(chat) && !visibleChats().includes(chat) ? ' glow' : ''}`,
      'aria-current': visibleChats().includes(chat) ? 'true' : null,
      'aria-label': label,
      on: { click: () => openChat(chat) },
    },
    ...inner,
    dot(chat),
  );

const group = (chat) =>
  entry(
    chat.id,
    [
      el(
        'span',
        { class: 'avatar group', data: { purpose: chat.purpose ?? 'none' }, 'aria-hidden': 'true' },
        [...chat.title][0] ?? '群',
      ),
      el(
        'span',
        { class: 'who' },
        el('b', {}, chat.title),
        el('small', {}, t('chat.members', { count: chat.members.length })),
      ),
    ],
    chat.title,
  );

const person = (member) => {
  const role = mainRole(member);
  const about = [roleName(role), member.building].filter(Boolean).join(' · ');
  return entry(
    member.privateChat,
    [
      avatar(member.name, role),
      el('span', { class: 'who' }, el('b', {}, member.name), el('small', {}, about)),
      member.onDuty ? el('span', { class: 'duty' }, t('places.duty')) : null,
    ],
    `${member.name}，${about}${member.onDuty ? `，${t('places.duty')}` : ''}`,
  );
};

const draw = () => {
  const scroll = place.scrollTop;
  place.classList.toggle('open', state.placesOpen);
  place.setAttribute('aria-label', t('places.open'));
  const people = allPeople().toSorted((one, other) => order.indexOf(mainRole(one)) - order.indexOf(mainRole(other)));
  place.replaceChildren(
    el('h2', {}, t('places.groups')),
    ...state.chats.filter(({ kind }) => kind === 'group').map(group),
    el('h2', {}, t('places.people')),
    ...people.map(person),
  );
  place.scrollTop = scroll;
};

let stamp = '';
onChange(() => {
  const now = JSON.stringify([
    state.lang,
    state.placesOpen,
    state.chats,
    [...state.unread],
    [...state.glowing],
    state.panes,
  ]);
  if (now === stamp) return;
  stamp = now;
  const focused = place.contains(document.activeElement) ? [...place.children].indexOf(document.activeElement) : -1;
  draw();
  place.children[focused]?.focus();
});

document.addEventListener('keydown', ({ key }) => {
  if (key !== 'Escape' || !state.placesOpen) return;
  state.placesOpen = false;
  changed();
});
