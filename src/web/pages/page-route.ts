import type { Person, Role } from '../../domain/community/community';
import type { Language } from '../../domain/wording/say-moment';
import type { VoiceType } from '../../usecases/ports-of-voices';

/** Who may open it: everybody; whoever is signed in; those who work here; holders of a role. */
export type Who = 'anyone' | 'person' | 'worker' | readonly Role[];

/** What a page is asked. Parameters, query and fields are strings from outside: read them with zod. */
export interface Asked {
  readonly language: Language;
  readonly params: unknown;
  readonly query: unknown;
  readonly fields: unknown;
  /** Files of the form. What they are shows in their bytes; what their sender called them is nobody's business. */
  readonly uploads: readonly Buffer[];
  /** To be put into each form as `_csrf`; see `form`. It stands for the token, which is put in as the page goes out. */
  readonly csrf: string;
  /** htmx wants a part of the page. */
  readonly partial: boolean;
  /** The path that was asked for. */
  readonly path: string;
  /** The computer or telephone, in plain words. */
  readonly device: string;
  /** A cookie of ours; null: none, or one that was tampered with. */
  readonly cookie: (name: string) => string | null;
}

/** Somebody signed in asks. */
export interface AskedBy extends Asked {
  readonly person: Person;
}

/** Of an answer to what was not done. */
export type RefusedStatus = 403 | 404 | 409 | 422 | 429;

/** Made with `html`, so that whatever is not ours is escaped. */
export type Html = string;

export type Answer =
  | {
      readonly kind: 'page';
      readonly title: string;
      readonly main: Html;
      readonly status?: RefusedStatus;
      /** Without it the reader's own pages are listed at the top. */
      readonly bare?: boolean;
      /** Search engines may list it. */
      readonly indexed?: boolean;
      /** More of our own scripts and style sheets, by file name. */
      readonly files?: readonly string[];
      /** Pictures of this other origin may stand on it. */
      readonly picturesOf?: string;
      /** Drawn again after so long, though nothing was written: it shows counts that are some seconds old already. */
      readonly keptMs?: number;
    }
  /** A part of a page, for htmx. */
  | { readonly kind: 'part'; readonly main: Html; readonly status?: RefusedStatus }
  /** To one of our own paths; any other leads to the front door. */
  | { readonly kind: 'go'; readonly to: string }
  | {
      readonly kind: 'file';
      readonly type:
        | 'image/jpeg'
        | 'image/png'
        | 'image/svg+xml'
        | VoiceType
        | 'application/json'
        | 'application/xml'
        | 'text/yaml'
        | XlsxType;
      readonly bytes: Buffer | string;
      /** Saved under this name; without it shown in its place. */
      readonly saveAs?: string;
      /** Seconds for which this browser need not ask again; only for what never changes. */
      readonly keepSeconds?: number;
    }
  /** Lines of server-sent events, until the browser leaves. */
  | { readonly kind: 'events'; readonly listen: (send: (event: string) => void) => () => void }
  /** Not there, or not theirs: nobody learns which. */
  | { readonly kind: 'nothing' }
  /** Signed in from now on, in a session of its own. */
  | { readonly kind: 'signed-in'; readonly token: string; readonly to: string }
  | { readonly kind: 'signed-out'; readonly to: string }
  /** A cookie of ours is kept for some minutes, then this is answered. */
  | {
      readonly kind: 'keep';
      readonly name: string;
      readonly value: string;
      readonly minutes: number;
      readonly then: Answer;
    };

type XlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

interface RouteBase {
  readonly method: 'GET' | 'POST';
  /** As fastify writes it: `/board/tickets/:number`. */
  readonly path: string;
  /** So many a minute from one browser (or from one address, while nobody is signed in). */
  readonly perMinute?: number;
  /**
   * It shows what is stored, as its reader may see it, and hangs on nothing else but its address, their language and the
   * minute: until something is written it is not drawn again. What is new each time are its slots.
   */
  readonly kept?: true;
  /** Listed at the top of the pages of those who may open it. */
  readonly nav?: Readonly<Record<Language, string>>;
  /** The largest body in bytes, but for files. */
  readonly bodyLimit?: number;
  /** Its form may bring photos; of any other route a body that is no plain form is not even read. */
  readonly files?: true;
}

export type PageRoute = RouteBase &
  (
    | { readonly who: 'anyone'; readonly answer: (asked: Asked) => Answer | Promise<Answer> }
    | { readonly who: Exclude<Who, 'anyone'>; readonly answer: (asked: AskedBy) => Answer | Promise<Answer> }
  );

export const page = (title: string, main: Html): Answer => ({ kind: 'page', title, main });
export const part = (main: Html): Answer => ({ kind: 'part', main });
export const go = (to: string): Answer => ({ kind: 'go', to });
export const nothing: Answer = { kind: 'nothing' };
