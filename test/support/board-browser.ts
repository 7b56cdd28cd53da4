import { z } from 'zod';

/** What came back: redirects are not followed, so that a test sees them. */
export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly location: string | null;
}

/** A browser without scripts: keeps cookies, sends forms. */
export interface BoardBrowser {
  get(path: string, headers?: Readonly<Record<string, string>>): Promise<Reply>;
  /** Sends the form of the page that was last read, with its token, unless another is given. */
  post(
    path: string,
    fields?: Readonly<Record<string, string>>,
    headers?: Readonly<Record<string, string>>,
  ): Promise<Reply>;
  /** The same form with files, as a browser sends it. */
  postFiles(
    path: string,
    fields: Readonly<Record<string, string>>,
    files: readonly Buffer[],
    headers?: Readonly<Record<string, string>>,
  ): Promise<Reply>;
  /** As sent, for a theft or a fixation. */
  readonly cookies: Map<string, string>;
}

const tokenIn = (text: string): string | null =>
  /name="_csrf" value="(?<token>[^"]+)"/u.exec(text)?.groups?.['token'] ?? null;

const keep = (cookies: Map<string, string>, headers: Headers): void => {
  for (const line of headers.getSetCookie()) {
    const { name, value } = z
      .object({ name: z.string(), value: z.string() })
      .parse(/^(?<name>[^=]+)=(?<value>[^;]*)/u.exec(line)?.groups);
    if (value === '') cookies.delete(name);
    else cookies.set(name, value);
  }
};

export const boardBrowser = (address: string): BoardBrowser => {
  const cookies = new Map<string, string>();
  let csrf = '';
  const ask = async (path: string, init: RequestInit): Promise<Reply> => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = { ...Object.fromEntries(new Headers(init.headers)), ...(cookie === '' ? {} : { cookie }) };
    const response = await fetch(new URL(path, address), { ...init, headers, redirect: 'manual' });
    keep(cookies, response.headers);
    const text = await response.text();
    csrf = tokenIn(text) ?? csrf;
    return { status: response.status, headers: response.headers, text, location: response.headers.get('location') };
  };
  return {
    cookies,
    get: (path, headers = {}) => ask(path, { headers }),
    post: (path, fields = {}, headers = {}) =>
      ask(path, {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
        body: new URLSearchParams({ _csrf: csrf, ...fields }).toString(),
      }),
    postFiles: (path, fields, files, headers = {}) => {
      const body = new FormData();
      for (const [name, value] of Object.entries({ _csrf: csrf, ...fields })) body.set(name, value);
      for (const file of files)
        body.append('photo', new Blob([new Uint8Array(file)], { type: 'image/jpeg' }), 'photo.jpg');
      return ask(path, { method: 'POST', headers, body });
    },
  };
};

/** The path of the link in what Linli said. */
export const linkIn = (text: string): string => {
  const found = /https?:\/\/[^/\s]+(?<path>\/\S+)/u.exec(text)?.groups?.['path'];
  if (found === undefined) throw new Error(`There is no link in “${text}”.`);
  return found;
};
