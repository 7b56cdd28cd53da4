import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { packFile } from '../support/story-app';
import { sandboxWorld } from '../support/story-sandbox';
import { countSeen } from '../support/story-world';

/** A model that calls everything talk, and remembers what it was told. */
const startModel = async () => {
  const told: string[] = [];
  const content = JSON.stringify({ intent: 'chatter', category: null, place: null, danger: false });
  const server = createServer((request, response) => {
    request.setEncoding('utf8');
    let body = '';
    request.on('data', (part: string) => (body += part));
    request.on('end', () => {
      told.push(body);
      response.end(JSON.stringify({ choices: [{ message: { content } }] }));
    });
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    told,
    url: `http://127.0.0.1:${port}/v1/chat/completions`,
    stop: () => new Promise<void>((resolve) => void server.close(() => resolve())),
  };
};

const bin = '6号楼门口的垃圾桶满了，没人收';
const insult = '我要投诉网格员小王态度特别差，骂人';
const gas = '6号楼2单元楼道里煤气味好大';

const told = async (policy: Record<string, boolean>) => {
  const model = await startModel();
  const world = await sandboxWorld({ env: { LLM_URL: model.url, PACK: await packFile(new Map(), policy) } });
  try {
    await world.posts('zhang-nainai', 'residents', { text: bin });
    const afterBin = countSeen(await world.group('residents'), /#101/);
    await world.posts('zhang-nainai', 'private-zhang-nainai', { text: insult });
    await world.posts('zhang-nainai', 'residents', { text: gas });
    const alarmed = countSeen(await world.private('wang-fang'), /煤气味/);
    return { told: model.told, afterBin, alarmed };
  } finally {
    await world.stop();
    await model.stop();
  }
};

test('without the leave of the pack nobody outside hears a word', async () => {
  const seen = await told({});
  expect(seen.told).toEqual([]);
  expect(seen.afterBin).toBeGreaterThan(0);
  expect(seen.alarmed).toBeGreaterThan(0);
});

test('with it the model is asked about what is neither confidential nor an emergency', async () => {
  const seen = await told({ outsideReaders: true });
  expect(seen.told).toHaveLength(1);
  expect(seen.told[0]).toContain('垃圾桶');
  expect(seen.afterBin).toBe(0);
  expect(seen.alarmed).toBeGreaterThan(0);
});
