import { z } from 'zod';
import { samplePhoto } from './sample-photo';
import { startStoryApp, type StoryApp, type StoryAppOptions } from './story-app';
import { Books, Ticket } from './story-answers';
import type { Post, Seen, StoryWorld } from './story-world';

const Message = z.object({
  id: z.string(),
  from: z.string(),
  text: z.string().nullable(),
  photos: z.array(z.string()),
  choices: z.array(z.object({ id: z.string(), label: z.string() })),
  matter: z.number().nullable(),
  editedAt: z.string().nullable(),
  deletedAt: z.string().nullable(),
  at: z.string(),
});

const Posted = z.object({ id: z.string() });

export interface SandboxApi {
  get(path: string): Promise<unknown>;
  post(path: string, body?: unknown): Promise<unknown>;
}

/** The sandbox gives up to settle after half a minute; a busy machine may be slower, and is asked again. */
const settlesWithinMs = 100_000;

export const sandboxApi = (address: () => string): SandboxApi => {
  const ask = async (
    method: string,
    path: string,
    body?: unknown,
    until = Date.now() + settlesWithinMs,
  ): Promise<unknown> => {
    const response = await fetch(`${address()}/sandbox/api${path}`, {
      method,
      ...(body === undefined ? {} : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (path === '/settle' && response.status === 503 && Date.now() < until) return ask(method, path, body, until);
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
    return text === '' ? null : JSON.parse(text);
  };
  return { get: (path) => ask('GET', path), post: (path, body = {}) => ask('POST', path, body) };
};

/** People post and press through the sandbox's API. */
export const sandboxWorld = async (
  options: StoryAppOptions = {},
): Promise<StoryWorld & { readonly api: SandboxApi; readonly app: StoryApp }> => {
  const app = await startStoryApp(options);
  const api = sandboxApi(() => app.address);
  const settle = async (): Promise<void> => {
    await api.post('/settle');
  };

  const messages = async (chat: string): Promise<readonly z.infer<typeof Message>[]> =>
    z.array(Message).parse(await api.get(`/chats/${chat}/messages`));

  const seenIn = async (chat: string): Promise<readonly Seen[]> =>
    (await messages(chat))
      .filter(({ from, deletedAt }) => from === 'bot' && deletedAt === null)
      .map(({ id, text, photos, choices, matter, editedAt }) => ({
        id,
        text: text ?? '',
        photos: photos.length,
        choices: choices.map(({ label }) => label),
        number: matter,
        edited: editedAt !== null,
      }));

  const post = async (chat: string, from: string, { text, photo, replyTo, id, album }: Post): Promise<void> => {
    const body = {
      from,
      ...(text === undefined ? {} : { text }),
      ...(photo ? { photo: samplePhoto(photo).toString('base64') } : {}),
      ...(replyTo ? { replyTo: replyTo.id } : {}),
      ...(id ? { id } : {}),
      ...(album ? { album } : {}),
    };
    Posted.parse(await api.post(`/chats/${chat}/messages`, body));
    await settle();
  };

  return {
    api,
    app,
    posts: (person, group, what) => post(group, person, what),
    writes: (person, what) => post(`private-${person}`, person, what),
    group: seenIn,
    private: (person) => seenIn(`private-${person}`),
    presses: async (person, where, seen, label) => {
      const chat = where === 'private' ? `private-${person}` : where;
      const raw = (await messages(chat)).find(({ id }) => id === seen.id);
      const choice = raw?.choices.find((each) => each.label === label);
      if (!choice) throw new Error(`“${seen.text}” has no button “${label}”: ${seen.choices.join(', ')}`);
      await api.post(`/chats/${chat}/messages/${seen.id}/choose`, { from: person, choice: choice.id });
      await settle();
    },
    advance: async (minutes) => {
      await api.post('/clock', { advanceMinutes: minutes });
    },
    jump: async (minutes) => {
      await api.post('/clock', { jumpMinutes: minutes });
    },
    ticket: async (number) => Ticket.parse(await api.get(`/tickets/${number}`)),
    books: async () => Books.parse(await api.get('/books')),
    restart: () => app.restart(),
    stop: () => app.stop(),
  };
};
