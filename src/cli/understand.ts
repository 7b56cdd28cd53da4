/**
 * In: JSON lines `{id, text, group, photo}`. Out, in order: `{id, intent, category, top, critical, place, share}`.
 * With `--explain "…"`: one reading for a person. Needs no database.
 */
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { z } from 'zod';
import { emptyLexicon } from '../domain/understanding/lexicon';
import { isFamily } from '../domain/understanding/read-intent';
import type { Reading } from '../domain/understanding/reading';
import type { Understand } from '../understanding';
import { createUnderstanding } from '../understanding';

const Line = z.object({
  id: z.union([z.string(), z.number()]).nullish(),
  text: z.string().nullish(),
  group: z.enum(['residents', 'riders', 'volunteers', 'staff', 'private']).catch('residents'),
  photo: z.boolean().catch(false),
});

const lineFrom = (row: string): z.infer<typeof Line> | null => {
  try {
    return Line.safeParse(JSON.parse(row)).data ?? null;
  } catch {
    return null;
  }
};

const answerOf = (id: string | number | null, reading: Reading): string => {
  const ranked = isFamily(reading.intent) ? reading.category : [];
  return JSON.stringify({
    id,
    intent: reading.intent,
    category: ranked[0]?.id ?? null,
    top: ranked.slice(0, 3).map((category) => category.id),
    critical: reading.critical !== null,
    place: reading.place?.text ?? null,
    share: Number((ranked[0]?.share ?? 0).toFixed(4)),
  });
};

const answerRow = (row: string, read: Understand, at: string): string => {
  const line = lineFrom(row);
  if (line === null) return JSON.stringify({ id: null, error: 'not a JSON line {id, text, group, photo}' });
  const { text, group, photo } = line;
  return answerOf(line.id ?? null, read({ text: text ?? '', group, photo, at }, emptyLexicon));
};

const percent = (share: number) => `${Math.round(share * 100)}%`;

const explain = (text: string, reading: Reading): string =>
  [
    `话：${text}`,
    `意思：${reading.intent}`,
    `紧急：${reading.critical ? `${reading.critical.category} ${percent(reading.critical.share)}${reading.critical.doubt ? '，先问一声' : ''}` : '否'}`,
    `类别：${reading.category.map(({ id, share }) => `${id} ${percent(share)}`).join('，') || '无'}`,
    `地点：${reading.place ? JSON.stringify(reading.place) : '无'}`,
    `时间：${reading.time ? JSON.stringify(reading.time) : '无'}`,
    `人数：${reading.people ?? '无'}\u3000车牌：${reading.plate ?? '无'}\u3000编号：${reading.number ?? '无'}`,
    ...(reading.list ? [`接龙：${JSON.stringify(reading.list)}`] : []),
    '依据：',
    ...reading.why.map((reason) => `  ${reason}`),
    '',
  ].join('\n');

/** The verb `understand` of the command line; answers the exit code. */
export const runUnderstand = async (stdin: Readable, stdout: Writable, argv: readonly string[]): Promise<number> => {
  const read = createUnderstanding();
  const at = new Date().toISOString();
  const asked = argv.indexOf('--explain');
  if (asked >= 0) {
    const text = argv.slice(asked + 1).join(' ');
    stdout.write(explain(text, read({ text, group: 'residents', photo: false, at }, emptyLexicon)));
    return 0;
  }
  for await (const row of createInterface({ input: stdin, crlfDelay: Infinity })) {
    if (row.trim() === '') continue;
    if (!stdout.write(`${answerRow(row, read, at)}\n`)) await once(stdout, 'drain');
  }
  return 0;
};
