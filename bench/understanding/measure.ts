/**
 * Says how well `understand` reads texts that it never saw.
 * In: `--data DIR` with residents-dev.jsonl, chat-dev.jsonl, talk-dev.txt, and corpus/*.jsonl. Out: the figures of docs/understanding.md.
 * Letters and corpus: five folds, each read by weights learnt from the other four. Chat and talk: by weights learnt
 * from the corpus and all letters, never from chat or talk. `--fold N`: one fold only. `--misses`: the corpus' misses.
 */
import path from 'node:path';
import { parseArgs } from 'node:util';
import { emptyLexicon } from '../../src/domain/understanding/lexicon';
import type { Utterance } from '../../src/domain/understanding/reading';
import type { Model } from '../../src/domain/understanding/understand';
import { understand } from '../../src/domain/understanding/understand';
import { loadCutter } from '../../src/understanding/load-cutter';
import type { Sample } from './corpus';
import { readChat, readCorpus, readLetters, readTalk } from './corpus';
import { shuffled } from './fit';
import { learnWeights } from './learn';
import { learnPlace } from './learn-place';
import type { Read } from './scores';
import { alarms, answered, calibration, confusions, intents, perCategory, places, shown, within } from './scores';

const folds = 5;
const maxFeatures = 12_300;
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
  weights: learnWeights(samples, cut, { learnt: at.slice(0, 10), maxFeatures }),
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

const foldOf = (ids: readonly string[]): ReadonlyMap<string, number> =>
  new Map(shuffled([...new Set(ids)], 3).map((id, index) => [id, index % folds]));

const crossValidate = () => {
  const letterFold = foldOf(letters.map(({ id }) => id));
  const corpusFold = foldOf(corpus.map(({ id }) => id));
  const chosen = values.fold === undefined ? Array.from({ length: folds }, (_, fold) => fold) : [Number(values.fold)];
  const reads = chosen.flatMap((fold) => {
    const inFold = (sample: Sample) => (letterFold.get(sample.id) ?? corpusFold.get(sample.id)) === fold;
    const all = [...corpus, ...letters];
    const model = learnFrom(all.filter((sample) => !inFold(sample)));
    return all.filter((sample) => inFold(sample) && sample.source !== 'detail').map(readWith(model));
  });
  const titles = reads.filter(({ sample }) => sample.source === 'title');
  const own = reads.filter(({ sample }) => sample.source === 'corpus');
  say('Letters by their title, cross-validated (category or second)', [
    `at 1: ${shown(within(titles, 1))}`,
    `within 3: ${shown(within(titles, 3))}`,
    `alarms: ${shown(alarms(titles))}`,
    `calibration: ${calibration(titles).join('; ')}`,
    `confusions: ${confusions(titles, 20).join('; ')}`,
    `per category: ${perCategory(titles).join('; ')}`,
  ]);
  say('Own corpus, cross-validated', [...figures(own), `per category: ${perCategory(own).join('; ')}`]);
  if (values.misses) {
    say(
      'Missed',
      critical(own).flatMap(({ sample, reading }) => (reading.critical ? [] : [sample.text])),
    );
    say(
      'False',
      calm(own).flatMap(({ sample, reading }) =>
        reading.critical
          ? [`${sample.text} | ${sample.category ?? sample.note} | ${reading.why.slice(0, 3).join(' ')}`]
          : [],
      ),
    );
  }
};

const readTalkWith = (model: Model) => {
  const utterance = (text: string): Utterance => ({ text, group: 'residents', photo: false, at });
  const times: number[] = [];
  let [alarmed, atOnce, answers] = [0, 0, 0];
  const started = performance.now();
  for (const text of talk) {
    const before = performance.now();
    const { critical: danger, category } = understand(utterance(text), model, emptyLexicon);
    times.push(performance.now() - before);
    if (danger !== null) alarmed += 1;
    if (danger !== null && !danger.doubt) atOnce += 1;
    if (category.length > 0) answers += 1;
  }
  const perSecond = Math.round((talk.length / (performance.now() - started)) * 1000);
  const p99 = times.sort((one, other) => one - other)[Math.floor(times.length * 0.99)] ?? 0;
  const tenThousand = (count: number) => ((count / talk.length) * 10_000).toFixed(1);
  say('Ordinary talk', [
    `alarms: ${alarmed} of ${talk.length}, ${tenThousand(alarmed)} in 10,000; at once: ${atOnce}`,
    `answered: ${shown({ hits: answers, of: talk.length })}`,
    `speed: ${perSecond}/s, p99 ${p99.toFixed(2)} ms`,
  ]);
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

const model = learnFrom([...corpus, ...letters]);
const chatReads = chat.map(readWith(model));
say('Group chat, never learnt from', [...figures(chatReads), `per category: ${perCategory(chatReads).join('; ')}`]);
if (talk.length > 0) readTalkWith(model);
long(model);
crossValidate();
