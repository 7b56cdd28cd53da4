import {
  aContext,
  aReport,
  claimed,
  clock,
  heardBy,
  qian,
  reported,
  told,
  zhao,
} from '../../../../test/support/a-ticket';
import { decideTicket } from '../command-rules';
import type { TicketCommand } from '../ticket-command';

const at = (time: string) => aContext(clock(time));

const correct = (category: string | null, by = zhao): TicketCommand => ({
  kind: 'correct',
  by,
  words: ['w9'],
  category,
  place: { area: null, words: null },
});

test('a correction edits the cards; only whom the new category concerns besides is told', () => {
  const before = reported();
  const after = told(before, correct('drain'), at('10:05'));
  expect(heardBy(after.last.says)).toEqual(['riders edit:group', 'wang edit:handler', 'chen send:handler']);
  expect(after.ticket).toMatchObject({ category: 'drain', class: '2h', words: ['w9'], place: before.ticket.place });
});

test('a category that no group may see takes the card from the group', () => {
  const hidden = told(reported(), correct('elder-care'), at('10:05'));
  expect(hidden.ticket.cardGroup).toBeNull();
  expect(heardBy(hidden.last.says)).toContain('riders edit:group');
  // Put right once more: a new card.
  expect(heardBy(told(hidden, correct('drain'), at('10:06')).last.says)).toContain('riders send:group');
});

test('in a group of several parts the card stands where the report does, also the one after a correction', () => {
  const report = aReport({ category: 'elder-care', replyTo: 'm7/3', cardReplies: true });
  const shown = told(reported(report), correct('drain'), at('10:05'));
  const card = shown.last.says.find((say) => say.card === 'group' && say.mode === 'send');
  expect(card).toMatchObject({ to: { chat: 'riders' }, replyTo: 'm7/3' });
});

test('words that leave the category open keep it', () => {
  const before = reported();
  expect(told(before, correct(null), at('10:05')).ticket.category).toBe(before.ticket.category);
});

test('nobody else corrects it, and nobody once it is taken', () => {
  expect(decideTicket(reported().ticket, correct('drain', qian), at('10:05'))).toMatchObject({ ok: false });
  expect(decideTicket(claimed().ticket, correct('drain'), at('10:40'))).toMatchObject({
    ok: false,
    refusal: { kind: 'state' },
  });
});
