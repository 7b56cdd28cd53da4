import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { emptyLexicon } from '../src/domain/understanding/lexicon';
import { readCommand } from '../src/domain/understanding/command/read-command';
import { isFamily } from '../src/domain/understanding/read-intent';
import { createUnderstanding } from '../src/understanding';

/** What the bench posts; the same to the program and to the floor. */
export const groups = Array.from({ length: 60 }, (_, index) => ({
  id: `group-${index + 1}`,
  telegram: -1_000_500 - index,
}));
export const residents = Array.from({ length: 480 }, (_, index) => ({
  id: `r-${index + 1}`,
  telegram: 10_000 + index,
}));
export const buildings = 60;

/** Each is of one category, whatever the building. */
export const reportTexts = [
  '{b}号楼门口又停满了，电动车出不去',
  '{b}号楼电梯坏了，按了没反应',
  '{b}号楼楼顶有人违章搭建，砌起墙来了',
  '{b}号楼门口的路灯不亮了，晚上看不见路',
  '{b}号楼前面的下水道堵了，污水冒出来了',
  '{b}号楼旁边的垃圾桶满了三天没人收，臭死了',
  '{b}号楼有人半夜装修，电钻声吵得睡不着',
  '{b}号楼停水了，什么时候能来水',
] as const;

export interface MessageKind {
  readonly kind: 'chatter' | 'reports' | 'mixed';
  readonly count: number;
  /** Update and message ids begin here. */
  readonly first: number;
}

const Line = z.object({ text: z.string(), group: z.string(), intent: z.string() });

/**
 * What people say among themselves, from the corpus that the understanding is measured on. What Linli takes for more
 * than talk is left out: how well it understands is measured elsewhere.
 */
const readTalk = (): readonly string[] => {
  const rows = readFileSync(join(__dirname, '..', 'corpus', 'extra.jsonl'), 'utf8')
    .split('\n')
    .filter(Boolean);
  const understand = createUnderstanding();
  const isTalk = (text: string): boolean => {
    const { intent, critical } = understand(
      { text, group: 'residents', photo: false, at: new Date().toISOString() },
      emptyLexicon,
    );
    return (
      critical === null &&
      !isFamily(intent) &&
      readCommand(text, { isPrivate: false, repliesToUs: false, mentioned: false }) === null
    );
  };
  return rows
    .map((row) => Line.parse(JSON.parse(row)))
    .filter(({ intent, group, text }) => intent === 'chatter' && group !== 'private' && isTalk(text))
    .map(({ text }) => text);
};

let known: readonly string[] | null = null;
const talk = (): readonly string[] => (known ??= readTalk());

const at = <T>(list: readonly T[], index: number): T => {
  const found = list[index % list.length];
  if (found === undefined) throw new Error('an empty list');
  return found;
};

const update = (id: number, text: string): object => {
  const chat = at(groups, id);
  // A stride without a common factor with the groups: everybody speaks everywhere.
  const person = at(residents, id * 7);
  return {
    update_id: id,
    message: {
      message_id: id,
      from: { id: person.telegram, is_bot: false, first_name: person.id, language_code: 'zh' },
      chat: { id: chat.telegram, title: chat.id, type: 'supergroup' },
      date: Math.floor(Date.now() / 1000),
      text,
    },
  };
};

/** Cells of building and category follow each other, so that no two reports of a round are one matter. */
const reportText = (index: number): string => {
  const cell = index % (buildings * reportTexts.length);
  return at(reportTexts, Math.floor(cell / buildings)).replace('{b}', String((cell % buildings) + 1));
};

/** One in a hundred is for Linli, as in a lively group. */
const mixedReportEvery = 100;

export const textsOf = ({ kind, count, first }: MessageKind): readonly string[] => {
  const chat = talk();
  return Array.from({ length: count }, (_, index) => {
    const isReport = kind === 'reports' || (kind === 'mixed' && index % mixedReportEvery === 0);
    return isReport ? reportText(kind === 'mixed' ? index / mixedReportEvery : index) : at(chat, first + index);
  });
};

/** As Telegram posts them. */
export const bodiesOf = (messages: MessageKind): readonly string[] =>
  textsOf(messages).map((text, index) => JSON.stringify(update(messages.first + index, text)));
