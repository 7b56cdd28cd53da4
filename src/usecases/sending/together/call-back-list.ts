import type { SpokenOf } from '../../../domain/wording/params';
import type { OutboxRow } from '../../ports';

/** Rows that ask one person how something came out, as one question. */
export const callBackList = (rows: readonly OutboxRow[]): SpokenOf<'ticket.call-backs'> => {
  const asked = rows.flatMap(({ say }) =>
    say.card === undefined && say.wording === 'ticket.call-back' ? [say.params] : [],
  );
  return {
    wording: 'ticket.call-backs',
    params: {
      name: asked[0]?.name ?? '',
      items: asked.map(({ number, category, place, summary }) => ({ number, category, place, summary })),
    },
  };
};
