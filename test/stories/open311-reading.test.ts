import { createStore } from '../../src/store/store';
import { sandboxWorld } from '../support/story-sandbox';

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };

let world: Awaited<ReturnType<typeof sandboxWorld>>;
let key = '';

const days = (count: number): number => count * 24 * 60;

/** Matters of Friday, Saturday and Monday, the last one first reported by another system in XML. */
beforeAll(async () => {
  world = await sandboxWorld();
  const store = await createStore({ uri: world.app.mongoUri, communityId: 'demo', log: silent });
  key = (await store.apiKeys.make({ name: 'hotline', mediaHosts: [] })) ?? '';
  await store.close();
  await world.writes('liu-jianguo', { text: '报 7号楼路灯不亮，晚上看不见' });
  await world.jump(days(1));
  await world.posts('chen-yun', 'residents', { text: '6号楼门口垃圾桶满了' });
  await world.jump(days(2));
});
afterAll(() => world.stop());

const ask = async (path: string) => {
  const response = await fetch(`${world.app.address}/open311/v2${path}`);
  return { status: response.status, type: response.headers.get('content-type'), text: await response.text() };
};

const numbersAt = async (query: string): Promise<readonly string[]> => {
  const { text } = await ask(`/requests.json${query}`);
  return (JSON.parse(text) as { service_request_id: string }[]).map((each) => each.service_request_id);
};

test('a request that is posted in XML is answered in XML, with the number or a token that leads to it', async () => {
  const form = { api_key: key, service_code: 'litter', description: '垃圾堆在路边', address_id: 'building-8' };
  const posted = await fetch(`${world.app.address}/open311/v2/requests.xml`, {
    method: 'POST',
    body: new URLSearchParams(form),
  });
  const text = await posted.text();
  expect([posted.status, posted.headers.get('content-type')]).toEqual([201, 'text/xml; charset=utf-8']);
  expect(text).toMatch(
    /^<\?xml version="1\.0" encoding="UTF-8"\?>\n<service_requests><request><service_request_id>103<\/service_request_id>/,
  );
  expect((await ask('/requests/103.xml')).text).toContain('<address_id>building-8</address_id>');
});

test('dates, states, services and numbers narrow the list; the newest comes first', async () => {
  expect(await numbersAt('')).toEqual(['103', '102', '101']);
  expect(await numbersAt('?start_date=2026-11-21T00:00:00%2B08:00')).toEqual(['103', '102']);
  expect(await numbersAt('?end_date=2026-11-20T23:59:59%2B08:00')).toEqual(['101']);
  expect(await numbersAt('?start_date=2026-11-21T00:00:00Z&end_date=2026-11-22T00:00:00Z')).toEqual(['102']);
  expect(await numbersAt('?service_code=litter')).toEqual(['103', '102']);
  expect(await numbersAt('?service_code=litter&start_date=2026-11-22T00:00:00Z')).toEqual(['103']);
  expect(await numbersAt('?status=closed')).toEqual([]);
  expect(await numbersAt('?status=open,closed')).toEqual(['103', '102', '101']);
  expect(await numbersAt('?service_request_id=101,103,999')).toEqual(['103', '101']);
});

test('page after page holds each request once', async () => {
  const pages = await Promise.all([1, 2, 3, 4].map((page) => numbersAt(`?page_size=1&page=${page}`)));
  expect(pages).toEqual([['103'], ['102'], ['101'], []]);
});

test('discovery and services say the same in both forms', async () => {
  const discovery = JSON.parse((await ask('/discovery.json')).text) as { endpoints: { url: string }[] };
  expect(discovery.endpoints[0]?.url).toBe(`${world.app.address}/open311/v2`);
  expect((await ask('/discovery.xml')).text).toContain(`<url>${world.app.address}/open311/v2</url>`);
  const services = JSON.parse((await ask('/services.json')).text) as { service_code: string }[];
  const inXml = [...(await ask('/services.xml')).text.matchAll(/<service_code>([^<]+)</g)].map(([, code]) => code);
  expect(inXml).toEqual(services.map(({ service_code }) => service_code));
  const definition = await ask('/services/litter.xml');
  expect(definition.text).toMatch(/<service_definition><service_code>litter<.*<attribute><variable>true</s);
});

test('jurisdiction_id of another place is not found; an own one changes nothing', async () => {
  expect((await ask('/requests.json?jurisdiction_id=elsewhere')).status).toBe(404);
  expect(await numbersAt('?jurisdiction_id=demo')).toEqual(['103', '102', '101']);
});
