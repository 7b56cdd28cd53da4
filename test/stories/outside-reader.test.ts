import { aScene } from '../support/a-scene';
import { startEndpoint, thinks, type Endpoint } from '../support/model-endpoint';
import { packFile } from '../support/story-app';
import { sandboxWorld } from '../support/story-sandbox';
import { countSeen } from '../support/story-world';

const bin = '6号楼门口的垃圾桶满了，没人收';
const insult = '我要投诉网格员小王态度特别差，骂人';
const gas = '6号楼2单元楼道里煤气味好大';

/** A world with a model outside that calls everything talk. */
const withModel = async <T>(
  policy: Record<string, boolean>,
  live: (world: Awaited<ReturnType<typeof sandboxWorld>> & { readonly model: Endpoint }) => Promise<T>,
) => {
  const model = await startEndpoint();
  model.answer = thinks({ intent: 'chatter', category: null, place: null, danger: false });
  const PACK = await packFile(new Map(), policy);
  const world = await sandboxWorld({ env: { LLM_URL: model.url, VISION_URL: model.url, PACK } });
  try {
    return { ...(await live({ ...world, model })), model };
  } finally {
    await world.stop();
    await model.stop();
  }
};

const told = (policy: Record<string, boolean>) =>
  withModel(policy, async (world) => {
    await world.posts('zhang-nainai', 'residents', { text: bin });
    const afterBin = countSeen(await world.group('residents'), /#101/);
    await world.posts('zhang-nainai', 'private-zhang-nainai', { text: insult });
    await world.posts('zhang-nainai', 'residents', { text: gas });
    const alarmed = countSeen(await world.private('wang-fang'), /煤气味/);
    return { afterBin, alarmed };
  });

test('without the leave of the pack nobody outside hears a word', async () => {
  const seen = await told({});
  expect(seen.model.asked).toEqual([]);
  expect(seen.afterBin).toBeGreaterThan(0);
  expect(seen.alarmed).toBeGreaterThan(0);
});

test('with it the model is asked about what is neither confidential nor an emergency', async () => {
  const seen = await told({ outsideReaders: true });
  expect(seen.model.asked).toHaveLength(1);
  expect(seen.model.asked[0]?.body).toContain('垃圾桶');
  expect(seen.afterBin).toBe(0);
  expect(seen.alarmed).toBeGreaterThan(0);
});

const danger = /照片里可能有人有危险/;

const withPhoto = (policy: Record<string, boolean>, words: string) =>
  withModel(policy, async (world) => {
    const photo = (await aScene(71)).toString('base64');
    const opinion = { category: 'fire', danger: true };
    world.model.answer = thinks(opinion);
    await world.api.post('/chats/private-chen-yun/messages', { from: 'chen-yun', text: words, photo });
    await world.api.post('/settle');
    const { history } = await world.ticket(101);
    const groups = (await world.api.get('/chats')) as { members: { id: string }[] }[];
    const everybody = [...new Set(groups.flatMap(({ members }) => members.map(({ id }) => id)))];
    const warned = await Promise.all(everybody.map(async (person) => countSeen(await world.private(person), danger)));
    return { steps: history.map(({ what }) => what), warned };
  });

test('a photo is shown outside with the leave of the pack only; a danger seen there is put before one on duty, once', async () => {
  const unasked = await withPhoto({ outsideReaders: true }, '6号楼门口的垃圾桶满了');
  expect(unasked.steps).not.toContain('photo-seen');
  const seen = await withPhoto({ outsidePhotos: true }, '6号楼门口的垃圾桶满了');
  expect(seen.steps.filter((step) => step === 'photo-seen')).toHaveLength(1);
  expect(seen.model.asked).toHaveLength(1);
  expect(seen.warned.reduce((sum, count) => sum + count, 0)).toBe(1);
});

test('photos of what no group may see, and of an emergency, stay in the house', async () => {
  for (const words of ['我要投诉网格员小王态度特别差，骂人', '6号楼2单元楼道里煤气味好大']) {
    const { model } = await withPhoto({ outsidePhotos: true }, words);
    expect(model.asked).toEqual([]);
  }
});
