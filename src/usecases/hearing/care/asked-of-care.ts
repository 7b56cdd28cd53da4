import type { MatterId, WordsId } from '../../../domain/ids';
import type { TypedCommand } from '../../../domain/understanding/command/typed-command';
import type { InboundMessage } from '../../inbound';
import type { WordsDocument } from '../../ports';
import type { EnginePorts } from '../../ports-of-engine';
import { keepWords } from '../keep-parts';
import type { Setting } from '../verbs/verb-meaning';

/** A word of the ledger with everything it may need. */
export interface AskedOfCare extends Setting {
  readonly ports: EnginePorts;
  readonly inbound: InboundMessage;
  readonly typed: Extract<TypedCommand, { kind: 'care' }>;
  /** The file's or the matter's: typed, or of the message replied to. */
  readonly number: number | null;
}

export const careId = (number: number): MatterId => `care-${number}`;

/** Everything that is said of somebody in care is sealed. Null: nothing was said. */
export const sealWords = (
  { ports, person }: Pick<AskedOfCare, 'ports' | 'person'>,
  text: string | null,
  number: number,
): WordsDocument | null => {
  const words = keepWords(ports, text ?? '', careId(number), person.id, ports.clock.now().toISOString());
  return words && { ...words, sealed: true };
};

export const idOf = (words: WordsDocument | null): WordsId | null => words?.id ?? null;

export const kept = (...words: readonly (WordsDocument | null)[]): readonly WordsDocument[] =>
  words.filter((each) => each !== null);
