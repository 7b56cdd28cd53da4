import type { TicketEvent } from '../../src/domain/ticket/ticket-event';
import { loadPack } from '../../src/load-pack';
import type { Stores } from '../../src/store/store';
import { matterRules } from '../../src/usecases/deciding/matter-rules';
import { aCommit } from './a-commit';
import { openStore, type OpenedStore } from './open-store';

/** Stores a ticket with its history, each part in a transaction of its own, as the engine does. */
export const keepLife = async (
  store: Stores,
  { id, number }: { readonly id: string; readonly number: number },
  parts: readonly (readonly TicketEvent[])[],
): Promise<void> => {
  const community = await store.communities.current();
  const ref = { kind: 'ticket', id, number } as const;
  let happened: readonly TicketEvent[] = [];
  for (const [version, part] of parts.entries()) {
    const events = part.map((event) => (event.kind === 'reported' ? { ...event, id, number } : event));
    happened = [...happened, ...events];
    const state = matterRules.ticket.rebuild(happened);
    const [dueAt, index] = [matterRules.ticket.nextDue(state, community), matterRules.ticket.index(state)];
    const change = { ref, expectedVersion: version, state, events, dueAt, index };
    await store.unitOfWork.commit(aCommit(`${id}:${version}`, { changes: [change] }));
  }
};

/** A store of its own with the demo's pack and these lives: `t1` is #101, and so on. */
export const openLives = async (histories: readonly (readonly TicketEvent[])[]): Promise<OpenedStore> => {
  const opened = await openStore();
  await opened.store.savePack(await loadPack('packs/demo.yaml'));
  for (const [index, events] of histories.entries())
    await keepLife(opened.store, { id: `t${index + 1}`, number: 101 + index }, [events]);
  return opened;
};
