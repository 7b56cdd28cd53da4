import { says, startEndpoint, thinks, type Answer, type Endpoint } from '../../test/support/model-endpoint';
import { Category } from '../domain/community/category';
import type { Reading, Utterance } from '../domain/understanding/reading';
import { createLlmReader } from './llm-reader';
import { createOutsideModel, type OutsideModelOptions } from './outside-model';

const categories = [
  Category.parse({ id: 'facilities', zh: '公共设施', en: 'Facilities', class: '24h', about: '坏了的东西' }),
  Category.parse({ id: 'noise', zh: '噪声', en: 'Noise', class: '24h', about: '吵' }),
];
const utterance: Utterance = {
  text: '6号楼的灯响个不停',
  group: 'residents',
  photo: false,
  at: '2026-11-20T09:00:00+08:00',
};
const reading: Reading = {
  intent: 'report',
  category: [{ id: 'noise', share: 0.5 }],
  critical: null,
  place: null,
  time: null,
  people: null,
  plate: null,
  number: null,
  list: null,
  why: [],
};
const lamp = { intent: 'report', category: 'facilities', place: '6号楼', danger: false };

let endpoint: Endpoint;
let lines: { data: object; message: string }[];

beforeEach(async () => {
  lines = [];
  endpoint = await startEndpoint();
});
afterEach(() => endpoint.stop());

const keep = (data: object, message: string): void => void lines.push({ data, message });

const reader = (given: Partial<OutsideModelOptions> = {}) => {
  const log = { info: keep, warn: keep, error: keep };
  const model = createOutsideModel({ url: endpoint.url, key: null, model: null, log, ...given });
  return { ...createLlmReader(model), counts: () => model.counts() };
};

const read = (by: ReturnType<typeof reader>, said: Partial<Utterance> = {}): Promise<Reading> =>
  by.read({ ...utterance, ...said }, reading, categories);

test('its answer changes category and place; calls and tokens are counted', async () => {
  endpoint.answer = thinks(lamp);
  const by = reader({ key: 'the-key', model: 'the-model' });
  const changed = await read(by);
  expect(changed.category[0]).toEqual({ id: 'facilities', share: 0.7 });
  expect(changed.place?.building).toBe('6');
  expect(by.counts()).toEqual({ calls: 1, failures: 0, tokens: 120 });
  expect(endpoint.asked[0]?.authorization).toBe('Bearer the-key');
  expect(JSON.parse(endpoint.asked[0]?.body ?? '')).toMatchObject({ model: 'the-model', temperature: 0 });
});

test('JSON between fences, without figures of what it cost, is an answer too', async () => {
  endpoint.answer = says(`\`\`\`json\n${JSON.stringify(lamp)}\n\`\`\``, null);
  const by = reader();
  expect((await read(by)).category[0]?.id).toBe('facilities');
  expect(by.counts()).toEqual({ calls: 1, failures: 0, tokens: 0 });
});

const broken: readonly (readonly [string, Answer])[] = [
  ['words', says('我觉得是灯坏了')],
  ['half a JSON', says('{"intent":"report",')],
  ['an intent that is none', thinks({ ...lamp, intent: 'toString' })],
  ['a category that the community lacks', thinks({ ...lamp, category: 'made-up' })],
  ['a part missing', thinks({ intent: 'report' })],
  ['no choices', (response) => void response.end('{"choices":[]}')],
  ['a page', (response) => void response.end('<html>')],
  ['an error', (response) => void response.writeHead(500).end('{"error":"secret words"}')],
  ['a redirection', (response) => void response.writeHead(307, { location: endpoint.url }).end()],
  ['a cut line', (response) => void response.destroy()],
];

test.each(broken)('%s leaves what the rules read, and counts as a failure', async (_what, answer) => {
  endpoint.answer = answer;
  const by = reader();
  expect(await read(by)).toBe(reading);
  expect(by.counts()).toMatchObject({ calls: 1, failures: 1 });
  expect(endpoint.asked).toHaveLength(1);
});

test.each<readonly [string, Answer]>([
  ['nothing', () => undefined],
  ['half an answer', (response) => void response.write('{"choices":')],
])('whoever answers with %s in time is not waited for', async (_what, answer) => {
  endpoint.answer = answer;
  const by = reader({ timeoutMs: 100 });
  const begun = Date.now();
  expect(await read(by)).toBe(reading);
  expect(Date.now() - begun).toBeLessThan(2_000);
  expect(by.counts()).toEqual({ calls: 1, failures: 1, tokens: 0 });
});

test('an emergency is not even asked about, let alone lowered', async () => {
  endpoint.answer = thinks({ intent: 'chatter', category: null, place: null, danger: false });
  const danger: Reading = { ...reading, critical: { category: 'fire', share: 0.6, doubt: true } };
  expect(await reader().read(utterance, danger, categories)).toBe(danger);
  expect(endpoint.asked).toEqual([]);
});

test('a danger it sees is asked about', async () => {
  endpoint.answer = thinks({ ...lamp, danger: true });
  expect((await read(reader())).critical).toEqual({ category: 'danger', share: 0.5, doubt: true });
});

test('numbers of people and cars are covered before anything leaves, however they are typed', async () => {
  endpoint.answer = thinks(lamp);
  await read(reader(), {
    text: '粤B12345和粤B67890堵门，车主１３８１２３４５６７８，证件440301199001011234',
  });
  const body = endpoint.asked[0]?.body ?? '';
  expect(body).toContain('堵门');
  for (const secret of ['12345', '67890', '13812345678', '１３８１２３４５６７８', '19900101'])
    expect(body).not.toContain(secret);
});

test('after three failures in a row it is left alone for a minute', async () => {
  let now = 0;
  endpoint.answer = (response) => void response.writeHead(500).end();
  const by = reader({ now: () => now });
  for (let count = 0; count < 5; count += 1) expect(await read(by)).toBe(reading);
  expect(endpoint.asked).toHaveLength(3);
  expect(lines).toEqual([
    {
      data: { why: 'status 500', failuresInARow: 3 },
      message: 'an outside model fails; it is left alone for a minute',
    },
  ]);
  endpoint.answer = thinks(lamp);
  now = 60_000;
  expect((await read(by)).category[0]?.id).toBe('facilities');
  expect(by.counts()).toEqual({ calls: 4, failures: 3, tokens: 120 });
});

test('every hundredth call says what was asked and what it cost', async () => {
  endpoint.answer = thinks(lamp);
  const by = reader();
  for (let count = 0; count < 100; count += 1) await read(by);
  expect(lines).toEqual([{ data: { calls: 100, failures: 0, tokens: 12_000 }, message: 'an outside model was asked' }]);
});
