/** The sandbox's interface, as a program would use it. */
const base = '/sandbox/api';

export class Refused extends Error {
  constructor(status, message) {
    super(message);
    this.status = status;
  }
}

const read = async (response) => {
  const body = await response.json().catch(() => ({}));
  if (!response.ok) throw new Refused(response.status, body.error ?? response.statusText);
  return body;
};

const get = async (path) => read(await fetch(base + path));
const post = async (path, body = {}) =>
  read(
    await fetch(base + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    }),
  );
const part = encodeURIComponent;

export const getChats = () => get('/chats');
export const getMessages = (chat) => get(`/chats/${part(chat)}/messages`);
export const getMessage = (chat, id) => get(`/chats/${part(chat)}/messages/${part(id)}`);
export const getClock = () => get('/clock');
export const getTicket = (number) => get(`/tickets/${part(number)}`);
export const moveClock = (move) => post('/clock', move);
export const settle = () => post('/settle');
export const choose = (chat, id, from, choice) =>
  post(`/chats/${part(chat)}/messages/${part(id)}/choose`, { from, choice });

/** Words, and photos as files. */
export const say = async (chat, { from, text = '', replyTo = null, photos = [] }) => {
  if (photos.length === 0) return post(`/chats/${part(chat)}/messages`, { from, text, ...(replyTo && { replyTo }) });
  const form = new FormData();
  form.set('from', from);
  form.set('text', text);
  if (replyTo) form.set('replyTo', replyTo);
  for (const photo of photos) form.append('photo', photo, 'photo.jpg');
  return read(await fetch(`${base}/chats/${part(chat)}/messages`, { method: 'POST', body: form }));
};

/** Tells of every change; `again` after the connection was lost, when anything may have happened. */
export const listen = (hear, again) => {
  const source = new EventSource(`${base}/live`);
  let lost = false;
  source.addEventListener('message', ({ data }) => hear(JSON.parse(data)));
  source.addEventListener('error', () => (lost = true));
  source.addEventListener('open', () => {
    if (lost) again();
    lost = false;
  });
};
