import * as api from './api.js';

const kept = (name, otherwise) => localStorage.getItem(`linli.${name}`) ?? otherwise;

/** Everything the page knows. Views read it; only the functions below change it. */
export const state = {
  lang: kept('lang', navigator.language.startsWith('zh') ? 'zh' : 'en'),
  big: kept('big', 'no') === 'yes',
  wechat: kept('wechat', 'no') === 'yes',
  chats: [],
  /** By chat: messages by id, in the order of their arrival. */
  messages: new Map(),
  loaded: new Set(),
  panes: { group: 'riders', handler: '', reporter: '' },
  /** Who one speaks as in a group. */
  speakers: new Map(),
  unread: new Map(),
  glowing: new Set(),
  replies: new Map(),
  clock: null,
  clockReadAt: 0,
  moving: false,
  tab: 'group',
  placesOpen: false,
  details: null,
  happened: null,
};

const listeners = new Set();
let queued = false;

/** Views draw once for all changes of a moment. */
export const changed = () => {
  if (queued) return;
  queued = true;
  requestAnimationFrame(() => {
    queued = false;
    for (const draw of listeners) draw();
  });
};
export const onChange = (draw) => listeners.add(draw);

export const keep = (name, value) => {
  state[name] = value;
  localStorage.setItem(`linli.${name}`, value === true ? 'yes' : value === false ? 'no' : value);
  changed();
};

export const chatById = (id) => state.chats.find((chat) => chat.id === id) ?? null;
export const messagesOf = (chat) => [...(state.messages.get(chat)?.values() ?? [])];
export const allPeople = () => state.chats.filter(({ kind }) => kind === 'private').flatMap(({ members }) => members);
export const personById = (id) => allPeople().find((person) => person.id === id) ?? null;

const officerRoles = ['director', 'inspector', 'staff', 'grid-leader', 'grid-worker'];
const order = [...officerRoles, 'shop', 'captain', 'rider', 'volunteer', 'resident'];
/** The one role a person is coloured by. */
export const mainRole = ({ roles }) => order.find((role) => roles.includes(role)) ?? 'guest';
export const isOfficer = (person) => officerRoles.includes(mainRole(person));

export const visibleChats = () => Object.values(state.panes);
export const paneOf = (chat) => Object.keys(state.panes).find((pane) => state.panes[pane] === chat) ?? null;

export const speakerIn = (chat) => {
  const known = chatById(chat);
  if (!known) return null;
  const chosen = known.members.find(({ id }) => id === state.speakers.get(chat));
  const reporter = known.members.find(({ privateChat }) => privateChat === state.panes.reporter);
  return chosen ?? reporter ?? known.members.find((member) => !isOfficer(member)) ?? known.members[0] ?? null;
};

export const programNow = () =>
  state.clock === null ? Date.now() : Date.parse(state.clock.now) + (performance.now() - state.clockReadAt);

export const loadClock = async () => {
  state.clock = await api.getClock();
  state.clockReadAt = performance.now();
  changed();
};

export const loadChats = async () => {
  state.chats = await api.getChats();
  changed();
};

const merge = (chat, message) => {
  const known = state.messages.get(chat) ?? new Map();
  const isNew = !known.has(message.id);
  known.set(message.id, message);
  state.messages.set(chat, known);
  return isNew;
};

export const load = async (chat) => {
  if (chat === '') return;
  const messages = await api.getMessages(chat);
  state.messages.set(chat, new Map(messages.map((message) => [message.id, message])));
  state.loaded.add(chat);
  changed();
};
export const ensureLoaded = (chat) => (state.loaded.has(chat) ? Promise.resolve() : load(chat));

const isSeen = (chat) => visibleChats().includes(chat) && !document.hidden;

/** Those who want to know of each message as it comes or changes: the list after a jump. */
export const onMessage = new Set();

export const hear = async ({ kind, chat, id }) => {
  if (kind === 'clock') return Promise.all([loadClock(), loadChats()]);
  if (kind === 'chats') return loadChats();
  const message = await api.getMessage(chat, id);
  const isNew = merge(chat, message);
  if (isNew && message.from === 'bot') {
    if (!isSeen(chat)) state.unread.set(chat, (state.unread.get(chat) ?? 0) + 1);
    if (message.choices.length > 0 && chatById(chat)?.kind === 'private') state.glowing.add(chat);
  }
  for (const tell of onMessage) tell(chat, message, isNew);
  return changed();
};

export const open = async (pane, chat) => {
  state.panes[pane] = chat;
  state.tab = pane;
  state.placesOpen = false;
  state.unread.delete(chat);
  changed();
  await ensureLoaded(chat);
};

/** Opens a chat where it belongs: groups, those who handle, those who report. */
export const openChat = (id) => {
  const chat = chatById(id);
  if (!chat) return Promise.resolve();
  if (chat.kind === 'group') return open('group', id);
  return open(chat.members.some(isOfficer) ? 'handler' : 'reporter', id);
};

export const calm = (chat) => {
  if (!state.glowing.delete(chat) && !state.unread.delete(chat)) return;
  changed();
};
