import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Logger } from '../../usecases/ports';

const Change = z.object({
  what: z.enum(['joined', 'left', 'renamed']),
  room: z.string(),
  who: z.array(z.string()),
  by: z.string(),
  timestamp: z.number(),
});

/** What a puppet told of: a message by its number, or what a group goes through. */
export const Happening = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('message'), id: z.string() }),
  z.object({ kind: z.literal('change'), change: Change }),
]);
export type Happening = z.infer<typeof Happening>;

/** A queue that lies on the disk, but for its end. */
export interface Overflow {
  size(): number;
  /** False: the disk takes no more, and there is no room beside it. */
  add(happening: Happening): boolean;
  /** The oldest of them, some at once. */
  take(): readonly Happening[];
  /** What an earlier run left behind comes before everything else. */
  recover(): void;
}

export interface OverflowNeeds {
  readonly folder: string;
  readonly log: Pick<Logger, 'warn'>;
  /** Happenings in one file. */
  readonly perFile?: number;
}

const PER_FILE = 5_000;
const ending = '.jsonl';

const parse = (line: string): unknown => {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
};

/** A line that a killed process wrote half is none. */
const read = (text: string): readonly Happening[] =>
  text.split('\n').flatMap((line) => {
    const found = Happening.safeParse(parse(line));
    return found.success ? [found.data] : [];
  });

/**
 * On the disk and not in the database: what fills the queue may be that the database is away. Written and read a file at
 * a time, a few milliseconds each, so that the order in which a puppet told of things is kept without a lock.
 */
export const createOverflow = ({ folder, log, perFile = PER_FILE }: OverflowNeeds): Overflow => {
  let files: { readonly name: string; readonly count: number }[] = [];
  let end: Happening[] = [];
  let written = 0;

  const write = (): boolean => {
    // Names in the order in which they were written, also over a restart.
    const name = `${String(Date.now()).padStart(15, '0')}-${String((written += 1)).padStart(8, '0')}${ending}`;
    try {
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      writeFileSync(join(folder, name), end.map((each) => JSON.stringify(each)).join('\n'), { mode: 0o600 });
    } catch (error) {
      log.warn({ why: String(error) }, 'wechat: what waits could not be written to the disk');
      return false;
    }
    files.push({ name, count: end.length });
    end = [];
    return true;
  };

  const load = (name: string): readonly Happening[] => {
    try {
      const found = read(readFileSync(join(folder, name), 'utf8'));
      rmSync(join(folder, name));
      return found;
    } catch (error) {
      log.warn({ why: String(error), name }, 'wechat: what waited on the disk could not be read');
      return [];
    }
  };

  return {
    size: () => files.reduce((sum, { count }) => sum + count, end.length),

    add: (happening) => {
      if (end.length >= perFile && !write() && end.length >= 2 * perFile) return false;
      end.push(happening);
      return true;
    },

    take: () => {
      const [first, ...others] = files;
      if (first === undefined) {
        const taken = end;
        end = [];
        return taken;
      }
      files = others;
      return load(first.name);
    },

    recover: () => {
      const known = new Set(files.map(({ name }) => name));
      let names: readonly string[] = [];
      try {
        names = readdirSync(folder).filter((name) => name.endsWith(ending) && !known.has(name));
      } catch {
        // Nothing ever had to lie there.
      }
      const left = [...names].sort().map((name) => ({ name, count: perFile }));
      files = [...left, ...files];
    },
  };
};
