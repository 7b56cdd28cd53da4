import { randomUUID } from 'node:crypto';
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { z } from 'zod';
import { freePort } from '../../src/embedded/free-port';
import { Loaded } from '../load-figures';
import type { MessageKind } from '../messages';
import type { Order } from './orders';

const Answer = z.union([z.object({ answer: z.unknown() }), z.object({ why: z.string() })]);

/** A gateway in a process of its own, for one bot. */
export interface Gateway {
  readonly env: Readonly<Record<string, string>>;
  wake(text: string, answer: string): Promise<void>;
  ask(order: Omit<Extract<Order, { kind: 'ask' }>, 'kind'>): Promise<Loaded>;
  burst(messages: MessageKind): Promise<void>;
  asked(): Promise<number>;
  stop(): void;
}

export const openGateway = async (): Promise<Gateway> => {
  const child = fork(join(__dirname, 'gateway.ts'), [], { execArgv: ['--import', 'tsx'] });
  const [port, token] = [await freePort(), `insecure_${randomUUID()}`];
  const send = async (order: Order): Promise<unknown> => {
    const answered = once(child, 'message');
    child.send(order);
    const [said] = (await answered) as unknown[];
    const answer = Answer.parse(said);
    if ('why' in answer) throw new Error(`the gateway: ${answer.why}`);
    return answer.answer;
  };
  await send({ kind: 'listen', port, token });
  return {
    env: {
      WECHATY_PUPPET: 'wechaty-puppet-service',
      WECHATY_PUPPET_SERVICE_TOKEN: token,
      WECHATY_PUPPET_SERVICE_ENDPOINT: `127.0.0.1:${port}`,
    },
    wake: async (text, answer) => {
      await send({ kind: 'wake', text, answer });
    },
    ask: async (order) => Loaded.parse(await send({ kind: 'ask', ...order })),
    burst: async (messages) => {
      await send({ kind: 'burst', messages });
    },
    asked: async () => z.number().parse(await send({ kind: 'asked' })),
    stop: () => void child.kill(),
  };
};
