import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Answer = (response: ServerResponse) => void;

export interface Asked {
  readonly authorization: string | undefined;
  readonly body: string;
}

export interface Endpoint {
  readonly url: string;
  readonly asked: Asked[];
  answer: Answer;
  stop(): Promise<void>;
}

const bodyOf = async (request: IncomingMessage): Promise<string> => {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('utf8');
};

export const says =
  (content: string, usage: unknown = { total_tokens: 120 }): Answer =>
  (response) =>
    void response.end(JSON.stringify({ choices: [{ message: { content } }], usage }));

/** A model that thinks so, whatever it is asked. */
export const thinks = (opinion: object): Answer => says(JSON.stringify(opinion));

/** An OpenAI-style chat completion on loopback that remembers what it was asked. */
export const startEndpoint = async (): Promise<Endpoint> => {
  const asked: Asked[] = [];
  const server = createServer((request, response) => {
    void bodyOf(request).then((body) => {
      asked.push({ authorization: request.headers.authorization, body });
      endpoint.answer(response);
    });
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const endpoint: Endpoint = {
    url: `http://127.0.0.1:${port}/v1/chat/completions`,
    asked,
    answer: says('{}'),
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
  return endpoint;
};
