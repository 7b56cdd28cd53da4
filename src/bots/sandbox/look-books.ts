import type { Chats, Incidents, Ledger, Outbox } from '../../usecases/ports';
import { peopleOfSandbox, type LookNeeds } from './look';
import { platformName } from './sandbox.inbound';
import { sandboxChatOf } from './sandbox.platform';

export interface LookBooksNeeds extends Pick<LookNeeds, 'store' | 'people'> {
  readonly ledger: Pick<Ledger, 'books'>;
  readonly outbox: Pick<Outbox, 'undelivered' | 'counts'>;
  readonly incidents: Pick<Incidents, 'list'>;
  readonly chats: Pick<Chats, 'byId'>;
}

const manyRows = 500;

export const seenBooks = async (needs: LookBooksNeeds) => {
  const [{ sum, accounts, entries }, { memberId }] = await Promise.all([needs.ledger.books(), peopleOfSandbox(needs)]);
  return {
    sum,
    accounts: accounts.map(({ id, balance }) => {
      const kind = id.slice(0, id.indexOf(':'));
      return { id, owner: kind === 'person' ? memberId(id.slice('person:'.length)) : null, kind, balance };
    }),
    entries,
  };
};

/** What is not delivered, what may have arrived twice, and what went wrong for good. */
export const seenOutbox = async (needs: LookBooksNeeds) => {
  const [rows, counts, incidents] = await Promise.all([
    needs.outbox.undelivered(manyRows),
    needs.outbox.counts(),
    needs.incidents.list(),
  ]);
  const chatName = async (id: string): Promise<string> => {
    const chat = await needs.chats.byId(id);
    return chat?.platform === platformName ? sandboxChatOf(chat) : id;
  };
  const seen = await Promise.all(
    rows.map(async ({ id, chat, matter, say, state, attempts, doubles, notBefore, lastError }) => ({
      id,
      chat: await chatName(chat),
      matter: matter?.number ?? null,
      what: say.card === undefined ? say.wording : `card.${say.card}`,
      urgency: say.urgency,
      state,
      attempts,
      doubles,
      notBefore: notBefore.toISOString(),
      heldUntil: say.holdUntil ?? null,
      lastError,
    })),
  );
  return { rows: seen, ...counts, incidents: incidents.map((each) => ({ ...each, since: each.since.toISOString() })) };
};
