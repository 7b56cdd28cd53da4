import { aChange, aCommit, aTicketRef } from '../../../test/support/a-commit';
import { aChat, aMessage } from '../../../test/support/a-delivery';
import { aReport, aTicketCommunity, reported } from '../../../test/support/a-ticket';
import { openStore, type OpenedStore } from '../../../test/support/open-store';
import type { PersonId } from '../../domain/ids';
import { fillRing } from './ring-list';

let opened: OpenedStore;
beforeAll(async () => {
  opened = await openStore();
});
afterAll(() => opened.close());

const numbersFor = async (reader: PersonId): Promise<readonly number[] | undefined> => {
  const { outbox, matters } = opened.store;
  const communities = { current: () => Promise.resolve(aTicketCommunity()) };
  const asked = { wording: 'platform.please-ring', params: { person: 'zhao', numbers: [], critical: false } } as const;
  return (await fillRing(asked, reader, { outbox, matters, communities }))?.params.numbers;
};

test('whoever rings up reads what it is about, but nothing of what goes past them, nor anything once it was heard', async () => {
  const { outbox, unitOfWork } = opened.store;
  const chat = await aChat(opened.store, 'zhao', 'private');
  expect(await numbersFor('chen')).toBeUndefined();
  for (const [number, category] of [
    [101, 'parking'],
    [102, 'conduct'],
  ] as const) {
    const ref = aTicketRef({ id: `t${number}`, number });
    const { ticket } = reported(aReport({ id: ref.id, number, category }));
    await unitOfWork.commit(aCommit(`save-${number}`, { changes: [aChange({ ref, state: ticket })] }));
    const message = { ...aMessage(chat, number), person: 'zhao', matter: ref, matterVersion: 1 };
    const [row] = await outbox.add([message]);
    await outbox.unreachable(row?.id ?? '', 'blocked');
  }
  expect([await numbersFor('chen'), await numbersFor('lin')]).toEqual([[101], [101, 102]]);
  await outbox.revive(chat, new Date(0));
  expect(await numbersFor('lin')).toBeUndefined();
});
