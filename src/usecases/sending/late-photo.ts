import type { Say } from '../../domain/decision';
import type { PhotoId } from '../../domain/ids';
import { Ticket } from '../../domain/ticket/ticket';
import { headOf, isOpen } from '../../domain/ticket/telling/ticket-card';
import type { Matters, Outbox, OutboxDraft, OutboxRow, WakeUps } from '../ports';

export interface LatePhotoPorts {
  readonly matters: Pick<Matters, 'load'>;
  readonly outbox: Pick<Outbox, 'add'>;
  readonly wakeUps: Pick<WakeUps, 'drain'>;
}

const lateDraft = async (
  row: OutboxRow,
  photo: PhotoId,
  ports: Pick<LatePhotoPorts, 'matters'>,
): Promise<OutboxDraft | null> => {
  const stored = row.matter?.kind === 'ticket' ? await ports.matters.load<unknown>(row.matter.id) : null;
  const ticket = stored && Ticket.parse(stored.state);
  // What is over is shown to nobody any more.
  if (!stored || !ticket || !isOpen(ticket)) return null;
  const say: Say = {
    to: row.say.to,
    key: `photo-late.${photo}`,
    urgency: row.say.urgency,
    photos: [photo],
    ...(row.say.recallable ? { recallable: true } : {}),
    wording: 'ticket.supplemented',
    params: headOf(ticket),
  };
  const { chat, person } = row;
  const effect = `${stored.ref.id}/photo-late.${photo}/${chat}`;
  return { effect, chat, person, matter: stored.ref, matterVersion: stored.version, say };
};

/**
 * Sends a photo after the rows that went without it. Once to a chat, however often it is asked for and by whom.
 * @returns how many of the rows have somebody who may still see it
 */
export const sendLatePhoto = async (
  rows: readonly OutboxRow[],
  photo: PhotoId,
  ports: LatePhotoPorts,
): Promise<number> => {
  const drafts = await Promise.all(rows.map((row) => lateDraft(row, photo, ports)));
  const toSend = drafts.filter((draft) => draft !== null);
  if (toSend.length > 0) await ports.wakeUps.drain(await ports.outbox.add(toSend));
  return toSend.length;
};
