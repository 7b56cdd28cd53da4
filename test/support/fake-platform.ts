import {
  AnswerLost,
  type Capabilities,
  type Outgoing,
  type Platform,
  type SendOutcome,
} from '../../src/usecases/ports';

export interface Delivered {
  readonly how: 'send' | 'edit' | 'remove' | 'redact';
  readonly chat: string;
  readonly text: string;
  readonly photos: readonly string[];
  readonly replyTo: string | null;
  readonly as: readonly string[];
}

/** What happens to the next request instead of being delivered. */
export type Mishap = SendOutcome | 'fails' | 'answer-lost';

export interface FakePlatform extends Platform {
  /** What arrived, in order; a lost answer's message arrived. */
  readonly delivered: Delivered[];
  /** Requests, whatever became of them. */
  readonly asked: () => number;
  /** The next requests end so, one after the other. */
  next(...mishaps: readonly Mishap[]): void;
  /** Every request ends so until it is null again. */
  always(mishap: Mishap | null): void;
  /** Requests wait until `release` is called. */
  hold(): { readonly reached: Promise<void>; release(): void };
  readonly files: Map<string, Buffer | 'fails'>;
}

const generous: Capabilities = {
  buttons: true,
  edits: true,
  removes: true,
  redacts: true,
  maxText: 4096,
  perSecond: Infinity,
  perChatPerSecond: Infinity,
  perGroupPerMinute: Infinity,
};

/** A chat platform in memory: a remote system's stand-in, with the accidents of one. */
export const fakePlatform = (given: Partial<Capabilities> = {}): FakePlatform => {
  const delivered: Delivered[] = [];
  const mishaps: Mishap[] = [];
  let lasting: Mishap | null = null;
  let asked = 0;
  let gate: { readonly opened: Promise<void>; readonly reach: () => void } | null = null;
  const files = new Map<string, Buffer | 'fails'>();

  const request = async (message: Outgoing, how: Delivered['how'], known: readonly string[]): Promise<SendOutcome> => {
    asked += 1;
    const number = asked;
    gate?.reach();
    await gate?.opened;
    const mishap = mishaps.shift() ?? lasting;
    if (mishap === 'fails') throw new Error('ECONNREFUSED 127.0.0.1');
    if (mishap !== null && mishap !== 'answer-lost') return mishap;
    const as = how === 'send' ? [`m${number}`] : known;
    const { chat, text, photos, replyTo } = message;
    delivered.push({ how, chat: chat.nativeId, text, photos: photos.map(({ id }) => id), replyTo, as });
    if (mishap === 'answer-lost') throw new AnswerLost('socket hang up');
    return { kind: 'sent', as };
  };

  return {
    name: 'fake',
    capabilities: { ...generous, ...given },
    delivered,
    files,
    asked: () => asked,
    next: (...coming) => void mishaps.push(...coming),
    always: (mishap) => {
      lasting = mishap;
    },
    hold: () => {
      let release = (): void => undefined;
      let reach = (): void => undefined;
      const reached = new Promise<void>((resolve) => {
        reach = resolve;
      });
      const opened = new Promise<void>((resolve) => {
        release = resolve;
      });
      gate = { opened, reach };
      return {
        reached,
        release: () => {
          gate = null;
          release();
        },
      };
    },
    send: (message) => request(message, 'send', []),
    edit: (message, as) => request(message, 'edit', as),
    remove: async (chat, as) => {
      const nothing = { id: '', text: '', choices: [], photos: [], replyTo: null, number: null };
      const outcome = await request({ ...nothing, chat }, 'remove', as);
      if (outcome.kind === 'sent') return { kind: 'removed' };
      return outcome.kind === 'refused' ? { kind: 'stands', why: outcome.why, left: as } : outcome;
    },
    redact: (message, as) => request(message, 'redact', as),
    fetch: (ref) => {
      const file = files.get(ref) ?? null;
      return file === 'fails' ? Promise.reject(new Error('ECONNRESET')) : Promise.resolve(file);
    },
  };
};
