/**
 * Says how well `understand` reads texts that it never saw.
 * In: `--data DIR` with residents-dev.jsonl, chat-dev.jsonl, talk-dev.txt, and corpus/*.jsonl. Out: the figures of docs/understanding.md.
 * Five folds over all of them, each read by weights learnt from the other four. `--fold N`: one fold only.
 * `--misses` lists what was missed, falsely alarmed or needlessly answered.
 */
import path from 'node:path';
import { parseArgs } from 'node:util';
import { emptyLexicon } from '../../src/domain/understanding/lexicon';
import type { Model } from '../../src/domain/understanding/understand';
import { understand } from '../../src/domain/understanding/understand';
import { loadCutter } from '../../src/understanding/load-cutter';
import { loadPlaceWeights, loadWeights } from '../../src/understanding/load-weights';
import type { Sample } from './corpus';
import { readChat, readCorpus, readLetters, readTalk } from './corpus';
import { shuffled } from './fit';
import { learnWeights } from './learn';
import { learnPlace } from './learn-place';
import type { Read } from './scores';
import {
  alarms,
  answered,
  calibration,
  confusions,
  heard,
  intents,
  perCategory,
  places,
  shown,
  within,
} from './scores';

const folds = 5;
const at = '2026-11-20T10:00:00+08:00';

const { values } = parseArgs({
  options: { data: { type: 'string' }, fold: { type: 'string' }, misses: { type: 'boolean', default: false } },
});
const root = path.resolve(__dirname, '../..');
const data = values.data ?? '';
const cut = loadCutter();
const corpus = shuffled(readCorpus(path.join(root, 'corpus')), 5);
const letters = readLetters(data);
const chat = readChat(data);
const talk = readTalk(data);

const learnFrom = (samples: readonly Sample[]): Model => ({
  cut,
  weights: learnWeights(samples, cut, { learnt: at.slice(0, 10) }),
  places: learnPlace(samples, cut),
});

const readWith =
  (model: Model) =>
  (sample: Sample): Read => {
    const { text, group, photo } = sample;
    return { sample, reading: understand({ text, group, photo, at }, model, emptyLexicon) };
  };

const say = (title: string, lines: readonly string[]) => console.log([`\n## ${title}`, ...lines].join('\n'));

const critical = (reads: readonly Read[]) => reads.filter(({ sample }) => sample.critical);
const calm = (reads: readonly Read[]) => reads.filter(({ sample }) => !sample.critical);
const near = (reads: readonly Read[]) => calm(reads).filter(({ sample }) => sample.note.startsWith('near-miss'));
const chatter = (reads: readonly Read[]) => reads.filter(({ sample }) => sample.intent === 'chatter');
const sure = (reads: readonly Read[]) =>
  reads.filter(({ reading }) => reading.critical !== null && !reading.critical.doubt);

const figures = (reads: readonly Read[]): string[] => {
  const placed = places(reads);
  return [
    `category at 1: ${shown(within(reads, 1))}`,
    `category within 3: ${shown(within(reads, 3))}`,
    `the same, without emergencies: ${shown(within(calm(reads), 1))}, ${shown(within(calm(reads), 3))}`,
    `emergencies alarmed or asked about: ${shown(alarms(critical(reads)))}; at once: ${sure(critical(reads)).length}`,
    `false alarms: ${shown(alarms(calm(reads)))}; at once: ${sure(calm(reads)).length}`,
    `false alarms of near-misses: ${shown(alarms(near(reads)))}`,
    `intents right: ${shown(intents(reads))}`,
    `group chatter answered: ${shown(answered(chatter(reads)))}`,
    `place: exact ${shown(placed.exact)}, overlap F1 ${placed.f1.toFixed(3)}, invented ${shown(placed.invented)}`,
    `calibration: ${calibration(reads).join('; ')}`,
    `confusions: ${confusions(reads, 20).join('; ')}`,
  ];
};

const figuresOfTalk = (reads: readonly Read[], times: readonly number[]) => {
  const tenThousand = (count: number) => ((count / (reads.length || 1)) * 10_000).toFixed(1);
  const alarmed = alarms(reads).hits;
  const sorted = [...times].sort((one, other) => one - other);
  const total = sorted.reduce((sum, time) => sum + time, 0);
  return [
    `alarms: ${alarmed} of ${reads.length}, ${tenThousand(alarmed)} in 10,000; at once: ${sure(reads).length}`,
    `answered: ${shown(answered(reads))}; spoken to at all: ${shown(heard(reads))}`,
    `speed: ${Math.round((reads.length / total) * 1000)}/s, p99 ${(sorted[Math.floor(sorted.length * 0.99)] ?? 0).toFixed(2)} ms`,
  ];
};

/** A letter is in one fold with its title, so that no one is measured on words it was taught. */
const keyOf = ({ source, id }: Sample) => `${source === 'detail' ? 'title' : source}:${id}`;

const foldOf = (samples: readonly Sample[]): ReadonlyMap<string, number> =>
  new Map(
    ['corpus', 'title', 'chat', 'talk'].flatMap((source) => {
      const keys = new Set(samples.filter((sample) => sample.source === source).map(keyOf));
      return shuffled([...keys], 3).map((key, index) => [key, index % folds] as const);
    }),
  );

const listMisses = (reads: readonly Read[]) => {
  const line = ({ sample, reading }: Read) =>
    `${sample.source} ${(reading.critical?.share ?? 0).toFixed(2)} ${sample.text.slice(0, 80)} | ${reading.why.slice(0, 3).join(' ')}`;
  const silent = ({ reading }: Read) => reading.critical === null;
  say('Missed', critical(reads).filter(silent).map(line));
  say(
    'False',
    calm(reads)
      .filter((read) => !silent(read))
      .map(line),
  );
  say(
    'Answered',
    chatter(reads)
      .filter(({ reading }) => reading.category.length > 0)
      .map(line),
  );
};

const long = (model: Model) => {
  const timeOf = (length: number) => {
    const text = '楼道灯不亮，三单元门口有人堆垃圾。'.repeat(Math.ceil(length / 17)).slice(0, length);
    const started = performance.now();
    for (let round = 0; round < 20; round += 1) {
      understand({ text, group: 'residents', photo: false, at }, model, emptyLexicon);
    }
    return `${length} characters ${((performance.now() - started) / 20).toFixed(2)} ms`;
  };
  say('Long texts', [100, 500, 2_000, 10_000, 50_000].map(timeOf));
};

const millisecondsOf = (load: () => unknown): string => {
  const before = performance.now();
  load();
  return `${(performance.now() - before).toFixed(0)} ms`;
};

const all = [...corpus, ...letters, ...chat, ...talk];
const folded = foldOf(all);
const chosen = values.fold === undefined ? Array.from({ length: folds }, (_, fold) => fold) : [Number(values.fold)];
const times: number[] = [];
let model: Model | undefined;
const reads = chosen.flatMap((fold) => {
  const held = (sample: Sample) => folded.get(keyOf(sample)) === fold;
  const read = readWith((model = learnFrom(all.filter((sample) => !held(sample)))));
  return all
    .filter((sample) => held(sample) && sample.source !== 'detail')
    .map((sample) => {
      const before = performance.now();
      const found = read(sample);
      if (sample.source === 'talk') times.push(performance.now() - before);
      return found;
    });
});
const of = (source: Sample['source']) => reads.filter(({ sample }) => sample.source === source);
const [titles, chats, own] = [of('title'), of('chat'), of('corpus')];
say('Letters by their title (category or second)', [
  `at 1: ${shown(within(titles, 1))}`,
  `within 3: ${shown(within(titles, 3))}`,
  `answered: ${shown(answered(titles))}`,
  `alarms: ${shown(alarms(titles))}`,
  `calibration: ${calibration(titles).join('; ')}`,
  `confusions: ${confusions(titles, 20).join('; ')}`,
  `per category: ${perCategory(titles).join('; ')}`,
]);
say('Group chat', [...figures(chats), `per category: ${perCategory(chats).join('; ')}`]);
say('Ordinary talk', figuresOfTalk(of('talk'), times));
say('Own corpus', [...figures(own), `per category: ${perCategory(own).join('; ')}`]);
if (model) long(model);
say('Loading', [
  `weights: ${millisecondsOf(() => loadWeights())}`,
  `weights for places: ${millisecondsOf(() => loadPlaceWeights())}`,
  `the cutter of words: ${millisecondsOf(loadCutter)}`,
]);
if (values.misses) listMisses(reads);
