import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { reportTexts } from '../../../bench/messages';
import type { SandboxApi } from '../story-sandbox';
import type { TelegramEmulator, TelegramUser } from '../telegram/telegram-emulator';
import { buildings } from './chaos-pack';
import type { Turn } from './plan';

const residents = ['zhang-nainai', 'huang-lei', 'cao-ying', 'pan-bo', 'chen-yun', 'song-jia', 'deng-tao', 'hu-xia'];
const riders = ['zhao-fei', 'qian-jin', 'sun-hao', 'wu-yong', 'feng-lei', 'tang-yu'];
const workers = ['liu-yang', 'ma-li', 'wang-fang', 'li-qiang'];
const chatter = [
  '谢谢大家',
  '今天天气真好',
  '晚饭吃什么呀',
  '周末有人打球吗',
  '哈哈哈哈',
  '早上好',
  '快递到了吗',
  '孩子放学了',
];
/** On Telegram people see the words of a choice. */
const solved = '解决了，满意';
const answers = ['solved-satisfied', 'solved-unsatisfied', 'not-solved'] as const;

const Messages = z.array(
  z.object({
    id: z.string(),
    from: z.string(),
    matter: z.number().nullable(),
    choices: z.array(z.object({ id: z.string() })),
  }),
);

interface Task {
  readonly what: string;
  readonly run: () => Promise<void>;
}

export interface PeopleAtWork {
  take(turn: Turn): Promise<void>;
  /** The words of every report that was taken. */
  readonly reported: readonly string[];
  /** How often somebody sent or pressed the same again, because no answer had come. */
  redelivered(): number;
}

const patienceMs = 90_000;
/** What the program refuses, it would refuse again; everything else is a program that is away. */
const refused = /: 4\d\d /;

const at = <T>(list: readonly T[], index: number): T => {
  const found = list[index % list.length];
  if (found === undefined) throw new Error('an empty list');
  return found;
};

/** Residents report and answer, grid workers claim and resolve, everybody talks; each as their app does it. */
export const peopleAtWork = (
  api: SandboxApi,
  emulator: TelegramEmulator,
  telegram: readonly TelegramUser[],
): PeopleAtWork => {
  const reported: string[] = [];
  const tasks: Task[] = [];
  const used = new Set<string>();
  const seenUpTo = new Map<string, string>();
  let count = 0;
  let cell = 0;
  let redelivered = 0;
  let looked = 0;

  /** Until it is taken, with the same id each time. */
  const deliver = async (path: string, body: object): Promise<void> => {
    const deadline = Date.now() + patienceMs;
    for (;;) {
      try {
        await api.post(path, body);
        return;
      } catch (error) {
        const why = error instanceof Error ? error.message : String(error);
        if (refused.test(why) || Date.now() > deadline) throw new Error(`${path}: ${why}`, { cause: error });
        redelivered += 1;
        await sleep(100);
      }
    }
  };

  const say = (chat: string, from: string, text: string): Promise<void> => {
    count += 1;
    return deliver(`/chats/${chat}/messages`, { from, text, id: `m-${count}` });
  };

  /** Building and kind of matter: no two reports are of the same. */
  const nextReport = (): string => {
    const kind = Math.floor(cell / buildings);
    const text = at(reportTexts, kind).replace('{b}', String((cell % buildings) + 1));
    if (kind >= reportTexts.length) throw new Error('more reports than matters');
    cell += 1;
    reported.push(text);
    return text;
  };

  const report = (luck: number): Promise<void> => {
    const text = nextReport();
    if (luck < 35) return say('residents', at(residents, luck), text);
    if (luck < 50) return say('riders', at(riders, luck), text);
    const person = at(residents, luck);
    return say(`private-${person}`, person, text);
  };

  const press = (chat: string, from: string, message: string, choice: string): Promise<void> => {
    count += 1;
    return deliver(`/chats/${chat}/messages/${message}/choose`, { from, choice, id: `p-${count}` });
  };

  const tasksIn = (person: string, luck: number, messages: z.infer<typeof Messages>): readonly Task[] =>
    messages.flatMap(({ id, from, matter, choices }) => {
      const chat = `private-${person}`;
      const offered = choices.map((choice) => choice.id);
      if (from !== 'bot' || matter === null || used.has(`${id} ${offered.join()}`)) return [];
      used.add(`${id} ${offered.join()}`);
      if (offered.includes('claim'))
        return [
          { what: 'claim', run: () => press(chat, person, id, 'claim') },
          { what: 'resolve', run: () => say(chat, person, `办结 #${matter} 已经修好了，请看看`) },
        ];
      const choice = at(answers, luck < 60 ? 0 : luck);
      return offered.includes(choice) ? [{ what: choice, run: () => press(chat, person, id, choice) }] : [];
    });

  const lookInto = async (person: string, luck: number): Promise<void> => {
    const after = seenUpTo.get(person);
    const path = `/chats/private-${person}/messages${after === undefined ? '' : `?after=${after}`}`;
    // While the program is away nobody sees anything; they look again later.
    const messages = Messages.parse(await api.get(path).catch(() => []));
    const last = messages.at(-1);
    if (last) seenUpTo.set(person, last.id);
    tasks.push(...tasksIn(person, luck, messages));
  };

  const work = async (luck: number): Promise<void> => {
    const everybody = [...workers, ...residents];
    for (let tries = 0; tries < everybody.length && tasks.length === 0; tries += 1)
      await lookInto(at(everybody, looked++), luck);
    const task = tasks.shift();
    if (task) await task.run();
    else await report(luck);
  };

  const onTelegram = (luck: number): void => {
    const person = at(telegram, luck);
    const asked = emulator
      .botMessagesIn(person)
      .find(({ messageId, rows }) => rows.flat().includes(solved) && !used.has(`${person.id} ${messageId}`));
    if (!asked) {
      person.says(person, nextReport());
      return;
    }
    used.add(`${person.id} ${asked.messageId}`);
    // Telegram keeps the press until the bot has taken it; nobody waits for the answer.
    void person.presses(asked, solved, { waitsMs: 1 });
  };

  return {
    reported,
    redelivered: () => redelivered,
    take: async ({ kind, luck }) => {
      switch (kind) {
        case 'report':
          return report(luck);
        case 'telegram':
          onTelegram(luck);
          return;
        case 'chatter':
          return say('residents', at(residents, luck), at(chatter, luck));
        case 'work':
          return work(luck);
      }
    },
  };
};
