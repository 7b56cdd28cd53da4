import { says, startEndpoint, thinks, type Endpoint } from '../../test/support/model-endpoint';
import { Category } from '../domain/community/category';
import { createOutsideModel } from './outside-model';
import { createPhotoReader } from './photo-reader';

const categories = [Category.parse({ id: 'fire', zh: '火情', en: 'Fire', class: 'critical', about: '着火、冒烟' })];
const log = { info: () => undefined, warn: () => undefined, error: () => undefined };

let endpoint: Endpoint;
beforeEach(async () => {
  endpoint = await startEndpoint();
});
afterEach(() => endpoint.stop());

const look = () => {
  const model = createOutsideModel({ url: endpoint.url, key: null, model: 'eyes', log, timeoutMs: 500 });
  return createPhotoReader(model)(Buffer.from('jpeg'), categories);
};

test('the photo goes out as it is kept, with nothing said about who sent it; what comes back is its opinion', async () => {
  endpoint.answer = thinks({ category: 'fire', danger: true });
  expect(await look()).toEqual({ category: 'fire', danger: true });
  const asked = JSON.parse(endpoint.asked[0]?.body ?? '') as { messages: { content: unknown }[] };
  expect(asked.messages[1]?.content).toEqual([
    { type: 'image_url', image_url: { url: `data:image/jpeg;base64,${Buffer.from('jpeg').toString('base64')}` } },
  ]);
});

test.each([
  ['a category that the community lacks', thinks({ category: 'made-up', danger: false })],
  ['words', says('一个垃圾桶')],
  ['no word of danger', thinks({ category: 'fire' })],
])('%s is no opinion', async (_what, answer) => {
  endpoint.answer = answer;
  expect(await look()).toBeNull();
});

test('whoever does not answer in time saw nothing', async () => {
  endpoint.answer = () => undefined;
  expect(await look()).toBeNull();
});
