import type { z } from 'zod';
import type { SampleName } from './sample-photo';
import type { Books, Ticket } from './story-answers';

export interface Post {
  readonly text?: string;
  readonly photo?: SampleName;
  readonly replyTo?: Seen;
  /** The platform's message id: sending it twice is a redelivery. */
  readonly id?: string;
  readonly album?: string;
}

/** A message of Linli as a person sees it now. */
export interface Seen {
  readonly id: string;
  readonly text: string;
  readonly photos: number;
  readonly choices: readonly string[];
  readonly number: number | null;
  readonly edited: boolean;
}

/** What a story does and sees, on whatever platform. Everything answers when all of it is said. */
export interface StoryWorld {
  posts(person: string, group: string, what: Post): Promise<void>;
  /** In the person's private chat with Linli. */
  writes(person: string, what: Post): Promise<void>;
  group(group: string): Promise<readonly Seen[]>;
  private(person: string): Promise<readonly Seen[]>;
  presses(person: string, where: string, seen: Seen, label: string): Promise<void>;
  advance(minutes: number): Promise<void>;
  /** An outage: nothing runs on the way. */
  jump(minutes: number): Promise<void>;
  ticket(number: number): Promise<z.infer<typeof Ticket>>;
  books(): Promise<z.infer<typeof Books>>;
  restart(): Promise<void>;
  stop(): Promise<void>;
}

/** The last message that matches, or a failure that shows what was there. */
export const lastSeen = (seen: readonly Seen[], pattern: RegExp): Seen => {
  const found = seen.findLast(({ text }) => pattern.test(text));
  if (found) return found;
  throw new Error(`nobody said ${String(pattern)}; said was:\n${seen.map(({ text }) => text).join('\n---\n')}`);
};

export const countSeen = (seen: readonly Seen[], pattern: RegExp): number =>
  seen.filter(({ text }) => pattern.test(text)).length;
