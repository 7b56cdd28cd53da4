import * as api from './api.js';
import './clock.js';
import './places.js';
import './panes.js';
import './happened.js';
import { startGuide } from './guide.js';
import {
  state,
  allPeople,
  changed,
  hear,
  load,
  loadChats,
  loadClock,
  mainRole,
  onChange,
  onMessage,
  visibleChats,
} from './state.js';
import { fail } from './toasts.js';
import { t } from './words.js';

onChange(() => {
  document.documentElement.lang = state.lang === 'zh' ? 'zh-CN' : 'en';
  document.documentElement.classList.toggle('large', state.big);
  document.title = `${t('title')} · ${t('subtitle')}`;
});

/** The chats of somebody with this role; the one named first where there is one. */
const chatOfRole = (role, first) => {
  const people = allPeople().filter((person) => mainRole(person) === role);
  return (people.find(({ id }) => id === first) ?? people[0] ?? allPeople()[0])?.privateChat ?? '';
};

const choosePanes = () => {
  const groups = state.chats.filter(({ kind }) => kind === 'group');
  state.panes = {
    group: (groups.find(({ purpose }) => purpose === 'riders') ?? groups[0])?.id ?? '',
    handler: chatOfRole('grid-worker', 'wang-fang'),
    reporter: chatOfRole('rider', 'zhao-fei'),
  };
};

const reload = async () => {
  await Promise.all([loadChats(), loadClock()]);
  if (state.panes.handler === '') choosePanes();
  const open = new Set([...state.loaded, ...visibleChats()]);
  await Promise.all([...open].map(load));
};

// What falls due next changes with what is said, and by itself as time goes by.
let soon = 0;
onMessage.add(() => {
  clearTimeout(soon);
  soon = setTimeout(() => loadClock().catch(() => undefined), 600);
});
setInterval(() => loadClock().catch(() => undefined), 20_000);
document.addEventListener('visibilitychange', () => {
  if (document.hidden) return;
  for (const chat of visibleChats()) state.unread.delete(chat);
  changed();
});

const hearSafely = (change) => hear(change).catch(() => undefined);

try {
  await reload();
  api.listen(hearSafely, () => void reload().catch(() => undefined));
  await startGuide();
} catch (error) {
  fail(error);
}
