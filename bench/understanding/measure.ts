/** draft */
import path from 'node:path';
import { emptyLexicon } from '../../src/domain/understanding/lexicon';
import { understand } from '../../src/domain/understanding/understand';
import { loadCutter } from '../../src/understanding/load-cutter';
import { loadWeights } from '../../src/understanding/load-weights';
import { readChat, readCorpus, readLetters, readTalk, Sample } from './corpus';
import { isFamily, learnWeights } from './learn';
import { shuffled } from './fit';
const root = path.resolve(__dirname, '../..');
const data = process.argv[process.argv.indexOf('--data') + 1] as string;
const cut = loadCutter();
const at = '2026-11-20T10:00:00+08:00';
const report = (name: string, weights: any, samples: Sample[], show = false) => {
  let n = 0,
    a = 0,
    b = 0,
    crit = 0,
    hit = 0,
    fa = 0,
    calm = 0,
    near = 0,
    nearFa = 0,
    int = 0,
    chat = 0,
    chatAns = 0,
    pl = 0,
    pe = 0;
  let of = 0;
  const conf = new Map<string, number>();
  for (const s of samples) {
    const r = understand({ ...s, at }, { cut, weights }, emptyLexicon);
    const ok = (x: any) => x !== undefined && (x === s.category || x === s.second);
    if (s.category) {
      n++;
      if (ok(r.category[0]?.id)) a++;
      else {
        const k = `${s.category}>${r.category[0]?.id}`;
        conf.set(k, (conf.get(k) ?? 0) + 1);
      }
      if (r.category.slice(0, 3).some((c) => ok(c.id))) b++;
    }
    if (s.critical) {
      crit++;
      if (r.critical) hit++;
      else if (show) console.log('MISS', s.text);
    } else {
      calm++;
      if (r.critical) {
        fa++;
        if (show) console.log('FALSE', s.text, '|', s.category, '|', r.why.join(' '));
      }
      if (s.note.startsWith('near')) {
        near++;
        if (r.critical) nearFa++;
      }
    }
    if (s.source !== 'title') {
      const ig = isFamily(s.intent) ? 'family' : s.intent,
        ir = isFamily(r.intent) ? 'family' : r.intent;
      if (ig === ir) int++;
      if (s.intent === 'chatter') {
        chat++;
        if (isFamily(r.intent)) chatAns++;
      }
    }
    if (s.place) {
      pl++;
      if (r.place?.text === s.place) pe++;
      const ov = r.place ? overlap(r.place.text, s.place) : 0;
      of += ov;
    }
  }
  const p = (x: number, y: number) => (y ? `${((x / y) * 100).toFixed(1)}% (${x}/${y})` : '-');
  console.log(
    name,
    'cat@1',
    p(a, n),
    '@3',
    p(b, n),
    '| crit recall',
    p(hit, crit),
    'false',
    p(fa, calm),
    'near',
    p(nearFa, near),
    '| intent',
    p(int, samples.length),
    'chatter answered',
    p(chatAns, chat),
    '| place exact',
    p(pe, pl),
    'F1',
    (of / pl).toFixed(3),
  );
  if (process.env.CONF)
    console.log(
      [...conf]
        .sort((x, y) => y[1] - x[1])
        .slice(0, 25)
        .map((x) => x.join(':'))
        .join(' '),
    );
};
const overlap = (x: string, y: string) => {
  const c = new Map<string, number>();
  for (const ch of x) c.set(ch, (c.get(ch) ?? 0) + 1);
  let k = 0;
  for (const ch of y) {
    const v = c.get(ch) ?? 0;
    if (v > 0) {
      k++;
      c.set(ch, v - 1);
    }
  }
  return (2 * k) / ([...x].length + [...y].length);
};
const mode = process.env.MODE ?? 'chat';
if (mode === 'chat') {
  const weights = loadWeights();
  report('chat', weights, readChat(data));
  let crit = 0,
    ans = 0;
  const talk = readTalk(data);
  const t = performance.now();
  for (const text of talk) {
    const r = understand({ text, group: 'residents', photo: false, at }, { cut, weights }, emptyLexicon);
    if (r.critical) {
      crit++;
      if (process.env.SHOWTALK) console.log(text, r.why);
    }
    if (isFamily(r.intent)) ans++;
  }
  console.log(
    'talk alarms',
    crit,
    'answered',
    ans,
    'of',
    talk.length,
    Math.round((talk.length / (performance.now() - t)) * 1000),
    '/s',
  );
} else {
  const K = 5,
    k = Number(process.env.FOLD ?? 0);
  const corpus = shuffled(readCorpus(path.join(root, 'corpus')), 5),
    letters = readLetters(data);
  const ids = shuffled([...new Set(letters.map((l) => l.id))], 3);
  const f = new Map(ids.map((id, i) => [id, i % K]));
  const train = [...corpus.filter((_, i) => i % K !== k), ...letters.filter((l) => f.get(l.id) !== k)];
  const weights = learnWeights(train, cut, { learnt: '', maxFeatures: Number(process.env.MAXF ?? 16000) });
  report(
    'corpus',
    weights,
    corpus.filter((_, i) => i % K === k),
    !!process.env.SHOW,
  );
  report(
    'titles',
    weights,
    letters.filter((l) => f.get(l.id) === k && l.source === 'title'),
  );
  report('chat', weights, readChat(data));
}
