import type { OutboxRow } from '../ports';
import type { DeliveryPorts } from './delivery-ports';

/** Cards that went with a list that was taken back: new rows, put off to this moment so that they come as a list again. */
export const sayAgain = async (
  rows: readonly OutboxRow[],
  { outbox, machine }: Pick<DeliveryPorts, 'outbox' | 'machine'>,
): Promise<void> => {
  const added = await outbox.add(
    rows.map(({ id, chat, person, matter, matterVersion, say }) => ({
      ...{ effect: `again/${id}`, chat, person, matter, matterVersion, say },
    })),
  );
  for (const { id } of added) await outbox.postpone(id, machine.now(), 'the list that it stood in was taken back');
};
