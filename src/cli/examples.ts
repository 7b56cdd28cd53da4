import { exampleOf } from '../domain/ticket/example-of';
import { TicketEvent } from '../domain/ticket/ticket-event';
import { maskPrivate } from '../domain/understanding/mask-private';
import { withAudit } from './open-audit';
import type { CommandLine } from './verb';

/**
 * The verb `examples`: what people corrected (a category chosen, a false alarm, a danger confirmed), one JSON object a
 * line in the form of `corpus/*.jsonl`. Words that were erased are left out; numbers of people are covered.
 */
export const runExamples = async (asked: CommandLine): Promise<number> =>
  withAudit(asked, async ({ audit, words }) => {
    for await (const { ref, events } of audit.matters()) {
      if (ref.kind !== 'ticket') continue;
      const example = exampleOf(events.map((event) => TicketEvent.parse(event)));
      const said = example ? await words.byIds(example.words) : [];
      if (!example || said.length === 0) continue;
      const { words: _ids, ...rest } = example;
      const text = maskPrivate(said.map((each) => each.text).join('，'));
      asked.stdout.write(`${JSON.stringify({ text, ...rest, place: null })}\n`);
    }
    return 0;
  });
