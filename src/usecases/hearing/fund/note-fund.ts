import { FundEntry, type FundWay } from '../../../domain/fund/fund-entry';
import { foldFund, type FundEvent } from '../../../domain/fund/fund-event';
import type { NoFund } from '../../../domain/fund/fund-refusal';
import { noteEntry, noteReversal } from '../../../domain/fund/note-entry';
import { readFen } from '../../../domain/fund/read-fen';
import { hasRole } from '../../../domain/community/may';
import type { AlsoDecision, Decision, Result } from '../../../domain/decision';
import type { TypedCommand } from '../../../domain/understanding/command/typed-command';
import { commitDecision } from '../../deciding/commit-decision';
import { untilCommitted } from '../../deciding/until-committed';
import type { InboundAnswer, InboundMessage } from '../../inbound';
import type { PhotoWanted, WordsDocument } from '../../ports';
import type { EnginePorts } from '../../ports-of-engine';
import { answerPerson, heard, heardBefore } from '../answer-person';
import { keepPhotos, keepWords, photoIds } from '../keep-parts';
import type { Setting } from '../verbs/verb-meaning';
import { receiptsBefore } from './receipts-before';

type FundCommand = Extract<TypedCommand, { kind: 'fund' }>;
type Noted = Extract<FundCommand['said'], { verb: 'note' }>;
type Reversed = Extract<FundCommand['said'], { verb: 'reverse' }>;

/** What a public account says is nobody's own: it is not erased with whoever wrote it down. */
const account = 'public-account';

interface Kept {
  readonly words: readonly WordsDocument[];
  readonly photos: readonly PhotoWanted[];
}

export const refuseFund = async (ports: EnginePorts, inbound: InboundMessage, why: NoFund): Promise<InboundAnswer> => {
  await answerPerson(ports, inbound, { wording: 'fund.not-noted', params: { why } });
  return heard(`大账单：没有记，因为 ${why.kind}`);
};

interface Beginning {
  readonly id: string;
  readonly number: number;
  readonly way: FundWay;
  readonly kept: Kept;
  readonly also?: readonly AlsoDecision[];
  readonly decide: () => Promise<Result<Decision<FundEvent>, NoFund>>;
}

const begin = (
  ports: EnginePorts,
  inbound: InboundMessage,
  { id, number, way, kept, also = [], decide }: Beginning,
): Promise<InboundAnswer> =>
  untilCommitted(`fund ${inbound.key}`, async () => {
    if (await ports.matters.handled(inbound.key)) return heardBefore;
    const made = await decide();
    if (!made.ok) return refuseFund(ports, inbound, made.refusal);
    const outcome = await commitDecision(
      {
        ...{ cause: inbound.key, matter: { kind: 'fund', id, number }, expectedVersion: 0 },
        decision: { ...made.value, also: [...made.value.also, ...also] },
        ...{ state: foldFund(null, made.value.events), ...kept },
      },
      await ports.communities.current(),
      ports,
    );
    if (outcome.kind === 'conflict') return null;
    return outcome.kind === 'repeated' ? heardBefore : heard(`大账单：${way}记成 #${number}`);
  });

/** `大账单 支出 320.5 给 五金店 买扶手` with the photo of the receipt, or behind it; `大账单 收入 5000 民政补助`. */
const noteLine = async (
  ports: EnginePorts,
  inbound: InboundMessage,
  { said, text, payee }: { readonly said: Noted; readonly text: string; readonly payee: string | null },
  { person: by, community }: Setting,
): Promise<InboundAnswer> => {
  const { way } = said;
  const number = await ports.numbers.next();
  const id = `fund-${number}`;
  const now = ports.clock.now().toISOString();
  const words = keepWords(ports, text, id, account, now);
  const payeeWords = payee === null ? null : keepWords(ports, payee, id, account, now);
  const people = payee === null ? [] : (await ports.people.byName(payee)).map((found) => found.id);
  const own = keepPhotos(ports, inbound, id).map((photo) => ({ ...photo, by: account }));
  const isWithout = way === 'expense' && own.length === 0;
  const before = isWithout ? await receiptsBefore(ports, inbound, id, account) : { photos: [], also: [] };
  const photos = [...own, ...before.photos];
  const line = {
    ...{ id, number, way, by, fen: readFen(said.amount), words: words?.id ?? '', photos: photoIds(photos) },
    taken: before.photos.length,
    payee: payeeWords && { words: payeeWords.id, people },
  };
  return begin(ports, inbound, {
    ...{ id, number, way, kept: { words: [words, payeeWords].flatMap((each) => each ?? []), photos } },
    also: before.also,
    decide: () => Promise.resolve(noteEntry(line, { now, community })),
  });
};

/** `大账单 冲正 #123 因为 …`. */
const reverseLine = async (
  ports: EnginePorts,
  inbound: InboundMessage,
  { said, text }: { readonly said: Reversed; readonly text: string },
  { person: by, community }: Setting,
): Promise<InboundAnswer> => {
  const number = await ports.numbers.next();
  const id = `fund-${number}`;
  const now = ports.clock.now().toISOString();
  const words = keepWords(ports, text, id, account, now);
  return begin(ports, inbound, {
    ...{ id, number, way: 'reversal', kept: { words: words ? [words] : [], photos: [] } },
    decide: async () => {
      const stored = await ports.matters.byNumber(said.number);
      if (stored?.ref.kind !== 'fund') return { ok: false, refusal: { kind: 'no-line' } };
      const line = { id, number, words: words?.id ?? '', by };
      return noteReversal(FundEntry.parse(stored.state), line, { now, community });
    },
  });
};

/** Staff write in the public account; a line stands when a second one said yes. */
export const noteFund = (
  ports: EnginePorts,
  inbound: InboundMessage,
  { said, text, payee }: FundCommand & { readonly said: Noted | Reversed | { readonly verb: 'unclear' } },
  setting: Setting,
): Promise<InboundAnswer> => {
  if (!hasRole(setting.person, ['staff', 'director'])) return refuseFund(ports, inbound, { kind: 'not-staff' });
  switch (said.verb) {
    case 'note':
      return noteLine(ports, inbound, { said, text, payee }, setting);
    case 'reverse':
      return reverseLine(ports, inbound, { said, text }, setting);
    case 'unclear':
      return refuseFund(ports, inbound, { kind: 'not-read' });
  }
};
