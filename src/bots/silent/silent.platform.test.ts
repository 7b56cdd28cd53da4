import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fetchPicture } from './fetch-picture';
import { createSilentPlatform } from './silent.platform';

let server: Server;
let base = '';
const picture = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3, 4]);

beforeAll(async () => {
  server = createServer((request, response) => {
    if (request.url === '/picture') response.end(picture);
    else if (request.url === '/away') response.writeHead(302, { location: '/picture' }).end();
    else if (request.url === '/broken') response.writeHead(500).end();
    else response.writeHead(404).end();
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => new Promise((closed) => server.close(closed)));

const open311 = createSilentPlatform('open311', { fetch: fetchPicture });

test('a picture of another system is fetched as it is', async () => {
  expect(await open311.fetch(`${base}/picture`, 1_000)).toEqual(picture);
});

test('one that is larger than agreed is left, and so is one that is not there', async () => {
  expect(await open311.fetch(`${base}/picture`, picture.length - 1)).toBeNull();
  expect(await open311.fetch(`${base}/nowhere`, 1_000)).toBeNull();
});

test('where its host would lead on to is nobody’s agreed address; what fails is tried again', async () => {
  await expect(open311.fetch(`${base}/away`, 1_000)).rejects.toThrow();
  await expect(open311.fetch(`${base}/broken`, 1_000)).rejects.toThrow('500');
});

test('of whoever was forgotten nothing is fetched, and a question reaches nobody', async () => {
  expect(await createSilentPlatform('erased').fetch(`${base}/picture`, 1_000)).toBeNull();
});
