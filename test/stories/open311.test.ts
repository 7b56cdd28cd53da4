import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import { createStore } from '../../src/store/store';
import { sandboxWorld } from '../support/story-sandbox';
import { countSeen, lastSeen } from '../support/story-world';

const run = promisify(execFile);
const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };

const makeKey = async (uri: string, name = 'hotline'): Promise<string> => {
  const store = await createStore({ uri, communityId: 'demo', log: silent });
  try {
    const key = await store.apiKeys.make({ name, mediaHosts: [] });
    if (key === null) throw new Error('the name is taken');
    return key;
  } finally {
    await store.close();
  }
};

const open = async () => {
  const world = await sandboxWorld();
  const key = await makeKey(world.app.mongoUri);
  const ask = async (path: string, form?: Record<string, string>) => {
    const response = await fetch(`${world.app.address}/open311/v2${path}`, {
      ...(form ? { method: 'POST', body: new URLSearchParams(form) } : {}),
    });
    const text = await response.text();
    const json = response.headers.get('content-type')?.startsWith('application/json') === true;
    return { status: response.status, body: json ? (JSON.parse(text) as unknown) : text, headers: response.headers };
  };
  const settle = () => world.api.post('/settle');
  return { world, key, ask, settle };
};

const litter = { service_code: 'litter', description: '垃圾桶满了，没人收', address_string: '6号楼2单元301门口' };

test('the lines of docs/open311.md do what they say', async () => {
  const { world, key } = await open();
  try {
    const lines = readFileSync(resolve(__dirname, '../../docs/open311.md'), 'utf8')
      .split('\n')
      .filter((line) => line.startsWith('curl '));
    expect(lines.length).toBe(9);
    const answers: string[] = [];
    for (const line of lines) {
      const env = { PATH: process.env['PATH'] ?? '', LINLI: world.app.address, KEY: key };
      answers.push((await run('bash', ['-c', line.replace('curl -s', 'curl -s --fail-with-body')], { env })).stdout);
    }
    expect(answers[1]).toContain('"service_code":"litter"');
    expect(answers[2]).toMatch(/^<\?xml version="1\.0" encoding="UTF-8"\?>\n<services><service>/);
    expect(answers[2]).toContain('<service_name>Litter</service_name>');
    expect(answers[3]).toContain('{"key":"building-6","name":"6号楼"}');
    expect(answers[6]).toContain('"service_request_id":"101"');
    expect(answers[7]).toContain('"address":"6号楼"');
    expect(answers[8]).toContain('<status>open</status>');
  } finally {
    await world.stop();
  }
});

test('a posted request goes to its grid worker, and its state flows back until it is closed', async () => {
  const { world, key, ask, settle } = await open();
  try {
    const posted = await ask('/requests.json', { ...litter, api_key: key, phone: '13800001111', last_name: '王' });
    expect([posted.status, posted.body]).toEqual([
      201,
      [{ service_request_id: '101', service_notice: expect.any(String) as string, account_id: null }],
    ]);
    expect(posted.headers.get('cache-control')).toBe('no-store');
    await settle();
    const asked = lastSeen(await world.private('wang-fang'), /#101/);
    expect(asked.text).toContain('垃圾桶满了');

    const stranger = await ask('/requests/101.json');
    expect(stranger.body).toEqual([
      {
        service_request_id: '101',
        status: 'open',
        status_notes: '已派单',
        service_name: '环境卫生',
        service_code: 'litter',
        description: '环境卫生 · 6号楼',
        agency_responsible: '第二网格',
        service_notice: null,
        requested_datetime: expect.stringMatching(/^2026-11-20T01:00:\d\dZ$/) as string,
        updated_datetime: expect.stringMatching(/^2026-11-20T01:00:\d\dZ$/) as string,
        expected_datetime: expect.stringMatching(/^2026-11-2\dT\d\d:\d\d:\d\dZ$/) as string,
        address: '6号楼',
        address_id: 'building-6',
        zipcode: null,
        lat: 31.2301,
        long: 121.4729,
        media_url: null,
      },
    ]);

    await world.writes('wang-fang', { text: '接 #101' });
    expect((await ask('/requests/101.json')).body).toMatchObject([{ status: 'open', status_notes: '已接单' }]);
    await world.writes('wang-fang', { text: '办结 #101 已经清走了' });
    const done = (await ask(`/requests/101.json?api_key=${key}`)).body;
    expect(done).toMatchObject([{ status: 'open', status_notes: '已办好，待回访' }]);
    const incidents = (await world.api.get('/outbox')) as { incidents: { subject: string }[] };
    expect(incidents.incidents.map(({ subject }) => subject)).toEqual([]);
    // Nobody can be asked by this way: staff ring up, and what they hear closes it.
    await world.advance(24 * 60);
    const people = ['wang-fang', 'chen-xiao', 'xu-ning', 'he-min', 'lin-jing'];
    const heard = await Promise.all(people.map((who) => world.private(who)));
    const caller = heard.findIndex((seen) => countSeen(seen, /#101[^]*电话/) > 0);
    const rungUp = lastSeen(heard[caller] ?? [], /#101[^]*电话/);
    expect(rungUp.text).not.toContain('13800001111');
    await world.presses(people[caller] ?? '', 'private', rungUp, rungUp.choices[0] ?? '');
    expect((await ask('/requests/101.json')).body).toMatchObject([{ status: 'closed', expected_datetime: null }]);
    expect((await ask('/requests.json?status=closed')).body).toHaveLength(1);
    expect((await ask('/requests.json?status=open')).body).toEqual([]);
  } finally {
    await world.stop();
  }
});

test('the same post again within a minute is one ticket, also when both come at once', async () => {
  const { world, key, ask } = await open();
  try {
    const form = { ...litter, api_key: key };
    const [one, other] = await Promise.all([ask('/requests.json', form), ask('/requests.json', form)]);
    const third = await ask('/requests.json', form);
    const numbers = [one, other, third].map(({ body }) => (body as { service_request_id: string }[])[0]);
    const told = new Set(numbers.map((each) => each?.service_request_id));
    // Of two at once the one that comes second may have drawn a number, too, which then belongs to nothing.
    expect([['101'], ['102']]).toContainEqual([...told]);
    const [number = ''] = told;
    expect((await ask('/requests.json')).body).toMatchObject([{ service_request_id: number }]);
    expect((await world.ticket(Number(number))).reporters).toHaveLength(1);
    // Another day's words on the same thing join it, as in a chat.
    const joined = await ask('/requests.json', { ...form, description: '垃圾还在那里，好臭', account_id: 'li' });
    expect(joined.body).toMatchObject([{ service_request_id: number }]);
    expect((await world.ticket(Number(number))).reporters).toHaveLength(2);
  } finally {
    await world.stop();
  }
});

test('what no group may see is offered to nobody and shown to nobody', async () => {
  const { world, key, ask, settle } = await open();
  try {
    const { body } = await ask('/services.json');
    const codes = (body as { service_code: string }[]).map(({ service_code }) => service_code);
    expect(codes).toContain('litter');
    for (const never of ['lost-person', 'medical', 'danger', 'neighbours', 'conduct', 'benefits'])
      expect(codes).not.toContain(never);
    expect((await ask('/requests.json', { ...litter, service_code: 'conduct', api_key: key })).status).toBe(404);

    await world.writes('zhang-nainai', { text: '邻居老是跟我吵架，堵着门骂，我害怕，请社区来调解' });
    await world.posts('zhang-nainai', 'residents', { text: '6号楼2单元楼道里煤气味好大' });
    await ask('/requests.json', { ...litter, description: '着火了！好大的烟', api_key: key });
    await settle();
    expect(countSeen(await world.private('wang-fang'), /紧急/)).toBeGreaterThan(0);
    expect((await ask('/requests.json')).body).toEqual([]);
    for (const number of [101, 102, 103]) expect((await ask(`/requests/${number}.json`)).status).toBe(404);
    // Whoever posted it follows it all the same.
    const own = (await Promise.all([101, 102, 103].map((id) => ask(`/requests/${id}.json?api_key=${key}`)))).filter(
      ({ status }) => status === 200,
    );
    expect(own.map(({ body: seen }) => seen)).toMatchObject([[{ service_code: 'fire', status: 'open' }]]);
  } finally {
    await world.stop();
  }
});

test('wrong, missing and hostile input is answered as the standard says, and nothing is made of it', async () => {
  const { world, key, ask } = await open();
  const errors = async (path: string, form?: Record<string, string>) => {
    const { status, body } = await ask(path, form);
    expect(body).toEqual([{ code: status, description: expect.any(String) as string }]);
    expect(JSON.stringify(body)).not.toMatch(/node_modules|\.ts:|mongo/i);
    return status;
  };
  try {
    const form = { ...litter, api_key: key };
    expect(await errors('/requests.json', litter)).toBe(403);
    expect(await errors('/requests.json', { ...litter, api_key: 'linli_wrong' })).toBe(403);
    expect(await errors('/requests.json', { api_key: key, description: '…' })).toBe(400);
    expect(await errors('/requests.json', { api_key: key, service_code: 'litter', description: '…' })).toBe(400);
    expect(await errors('/requests.json', { ...form, lat: '900', long: '1' })).toBe(400);
    expect(await errors('/requests.json', { ...form, address_id: 'no-such' })).toBe(400);
    for (const media_url of ['http://169.254.169.254/', 'https://example.org/x.jpg', 'file:///etc/passwd'])
      expect(await errors('/requests.json', { ...form, media_url })).toBe(400);
    expect(await errors('/requests.json', { ...form, jurisdiction_id: 'elsewhere' })).toBe(404);
    expect(await errors('/requests.json', { ...form, description: 'x'.repeat(1_100_000) })).toBe(413);
    expect(await errors('/requests.json?start_date=yesterday')).toBe(400);
    expect(await errors('/requests.json?start_date=2026-01-01T00:00:00Z&end_date=2026-11-01T00:00:00Z')).toBe(400);
    expect(await errors('/requests.json?page_size=100000')).toBe(400);
    expect(await errors('/requests.json?service_request_id=%7B%22$gt%22:0%7D')).toBe(400);
    for (const path of [
      '/requests/..%2F..%2Fetc.json',
      '/requests/1.exe',
      '/services/nope.json',
      '/tokens/x.json',
      '/x',
    ])
      expect(await errors(path)).toBe(404);
    // A query is text: operators of the database mean nothing in it.
    expect((await ask('/requests.json?service_code[$ne]=x&service_request_id[$gt]=')).status).toBe(200);
    expect((await ask('/requests.xml', litter)).body).toMatch(/<errors><error><code>403<\/code><description>/);
    await expect(world.ticket(101)).rejects.toThrow('404');
  } finally {
    await world.stop();
  }
});

test('names and words from outside stay text, and a revoked key posts nothing more', async () => {
  const { world, key, ask, settle } = await open();
  try {
    const bad = '<script>alert(1)</script>]]>&amp;';
    await ask('/requests.xml', { ...litter, description: bad, last_name: '<b>x</b>', api_key: key });
    await settle();
    const { body } = await ask(`/requests.xml?service_request_id=101&api_key=${key}`);
    expect(body).not.toContain('<script>');
    const store = await createStore({ uri: world.app.mongoUri, communityId: 'demo', log: silent });
    await store.apiKeys.revoke('hotline');
    await store.close();
    expect((await ask('/requests.json', { ...litter, api_key: key })).status).toBe(403);
    expect((await ask(`/requests/101.json?api_key=${key}`)).status).toBe(403);
  } finally {
    await world.stop();
  }
});

test('whoever asks too often is told so', async () => {
  const { world, key, ask } = await open();
  try {
    const statuses: number[] = [];
    for (let tries = 0; tries < 32; tries += 1)
      statuses.push((await ask('/requests.json', { ...litter, service_code: 'nope', api_key: key })).status);
    expect(statuses.slice(0, 30)).toEqual(Array.from({ length: 30 }, () => 404));
    expect(statuses.slice(30)).toEqual([429, 429]);
  } finally {
    await world.stop();
  }
});
