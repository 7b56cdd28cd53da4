import type { OutboxDraft, WakeUps } from '../../src/usecases/ports';
import type { Stores } from '../../src/store/store';
import { toTraditional } from '../../src/understanding/to-traditional';
import { createBudgets } from '../../src/usecases/sending/budgets';
import type { DeliveryPorts } from '../../src/usecases/sending/delivery-ports';
import { createDrainChat } from '../../src/usecases/sending/drain-chat';
import type { Engine } from '../../src/usecases/engine';
import { aDraft } from './a-commit';
import { aCommunity } from './a-community';
import { silentLog } from './open-store';
import type { FakePlatform } from './fake-platform';

export const noWakeUps: WakeUps = {
  drain: () => Promise.resolve(),
  wake: () => Promise.resolve(),
  fetchPhotos: () => Promise.resolve(),
};

/** What a process needs to send: the real stores, a stand-in for the platform, the little community. */
export const aDelivery = (
  store: Stores,
  platform: FakePlatform,
  given: Partial<DeliveryPorts> = {},
): { readonly ports: DeliveryPorts; readonly drain: Engine['drain'] } => {
  const ports: DeliveryPorts = {
    ...store,
    communities: { current: () => Promise.resolve(aCommunity()) },
    machine: { now: () => new Date() },
    wakeUps: noWakeUps,
    unreachable: () => Promise.resolve(),
    platforms: new Map([[platform.name, platform]]),
    toTraditional,
    budgets: createBudgets(),
    holder: 'test',
    log: silentLog,
    ...given,
  };
  return { ports, drain: createDrainChat(ports) };
};

/** A chat of the stand-in platform, as it is met. */
export const aChat = async (store: Stores, nativeId: string, kind: 'group' | 'private' = 'group'): Promise<string> => {
  const seen = { platform: 'fake', account: 'bot', nativeId, kind, title: nativeId, person: null } as const;
  return (await store.chats.resolve(seen)).id;
};

/** Something to say in a chat that can be told apart: its text names `count`. */
export const aMessage = (chat: string, count: number, given: Partial<OutboxDraft> = {}): OutboxDraft =>
  aDraft(`message/${chat}/${count}`, {
    chat,
    say: { to: { chat }, key: `m${count}`, urgency: 'prompt', wording: 'help.too-long', params: { kept: count } },
    ...given,
  });
