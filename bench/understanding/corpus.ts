import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Utterance } from '../../src/domain/understanding/reading';

/** One labelled text, of the corpus or of the data folder. */
export interface Sample {
  readonly source: 'corpus' | 'title' | 'detail' | 'chat' | 'talk';
  readonly id: string;
  readonly text: string;
  readonly group: Utterance['group'];
  readonly photo: boolean;
  readonly intent: string;
  readonly category: string | null;
  readonly second: string | null;
  readonly critical: boolean;
  readonly place: string | null;
  readonly note: string;
}

interface Line {
  id?: string;
  text: string;
  group?: Utterance['group'];
  photo?: boolean;
  intent: string;
  category?: string | null;
  critical?: boolean;
  place?: string | null;
  note?: string | null;
}

interface Letter {
  id: string;
  title: string;
  detail: string;
  category: string;
  second: string | null;
  kind: string;
  place: string | null;
}

const lines = (file: string): string[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '');

const readable = (line: string): Line[] => {
  try {
    return [JSON.parse(line) as Line];
  } catch {
    return [];
  }
};

const sampleOf = (line: Line, source: Sample['source'], id: string): Sample => ({
  source,
  id: line.id ?? id,
  text: line.text,
  group: line.group ?? 'residents',
  photo: line.photo ?? false,
  intent: line.intent,
  category: line.category ?? null,
  second: null,
  critical: line.critical ?? false,
  place: line.place ?? null,
  note: line.note ?? '',
});

export const readCorpus = (directory: string): Sample[] => {
  const seen = new Set<string>();
  return readdirSync(directory)
    .filter((name) => name.endsWith('.jsonl'))
    .sort()
    .flatMap((name) =>
      lines(path.join(directory, name)).flatMap((line, index) =>
        readable(line).map((read) => sampleOf(read, 'corpus', `${name}:${index + 1}`)),
      ),
    )
    .filter(({ text }) => !seen.has(text) && seen.add(text));
};

const letterKinds: Record<string, string> = { 'tip-off': 'report' };

export const readLetters = (directory: string): Sample[] => {
  const file = path.join(directory, 'residents-dev.jsonl');
  if (!existsSync(file)) return [];
  return lines(file).flatMap((line) => {
    const letter = JSON.parse(line) as Letter;
    const shared = {
      id: letter.id,
      group: 'residents' as const,
      photo: false,
      intent: letterKinds[letter.kind] ?? letter.kind,
      category: letter.category,
      second: letter.second,
      critical: false,
      note: '',
    };
    const title: Sample = { ...shared, source: 'title', text: letter.title, place: letter.place };
    const detail: Sample = { ...shared, source: 'detail', text: letter.detail, place: null };
    return [title, detail];
  });
};

export const readChat = (directory: string): Sample[] => {
  const file = path.join(directory, 'chat-dev.jsonl');
  return existsSync(file)
    ? lines(file).map((line, index) => sampleOf(JSON.parse(line) as Line, 'chat', `chat:${index}`))
    : [];
};

/** Ordinary talk between friends and families: none of it is for Linli, and none of it has a label of its own. */
export const readTalk = (directory: string): Sample[] => {
  const file = path.join(directory, 'talk-dev.txt');
  if (!existsSync(file)) return [];
  const seen = new Set<string>();
  return lines(file)
    .map((text, index) => sampleOf({ text, intent: 'chatter' }, 'talk', `talk:${index + 1}`))
    .filter(({ text }) => !seen.has(text) && seen.add(text));
};
