import { aContext, aReport, aTicketCommunity } from '../../../../test/support/a-ticket';
import { aPerson } from '../../../../test/support/a-community';
import type { Say } from '../../decision';
import { foldTicket } from '../apply-ticket-event';
import { reportTicket } from './report-ticket';
import { nextDue } from '../clocks/schedule-ticket';
import { tickTicket } from '../clocks/tick-ticket';
import type { Ticket } from '../ticket';
import { decideTicket } from '../command-rules';
import type { TicketCommand } from '../ticket-command';

const at = (minutes: number): string =>
  new Date(Date.parse('2026-11-20T02:00:00.000Z') + minutes * 60_000).toISOString();
const context = (minutes: number) => aContext(at(minutes));
const said = (says: readonly Say[]): readonly string[] =>
  says.map((say) => `${'person' in say.to ? say.to.person : `group ${say.to.chat}`}: ${say.card ?? say.wording}`);

const doubted = aReport({ category: 'medical', doubt: { otherwise: 'parking' } });
const reported = reportTicket(doubted, context(0));
const ticket = foldTicket(null, reported.events) as Ticket;

const decide = (command: TicketCommand, minutes: number, from: Ticket = ticket) => {
  const result = decideTicket(from, command, context(minutes));
  if (!result.ok) throw new Error(result.refusal.kind);
  return { ...result.value, after: foldTicket(from, result.value.events) as Ticket };
};
const reporter = doubted.by;

test('in doubt, the reporter is asked and one person on duty looks quietly; nobody else hears of it', () => {
  const asked = reported.says.map((say) => (say.card === undefined ? say.wording : say.card));
  expect(asked).toEqual(['ticket.ask-danger', 'ticket.danger-maybe']);
  expect(reported.says.every((say) => 'person' in say.to)).toBe(true);
  expect(ticket.phase).toBe('doubted');
});

test('when neither says no within two minutes, everyone on duty is alarmed and the reporter gets the number', () => {
  expect(nextDue(ticket, aTicketCommunity())).toBe(at(2));
  const { events, says } = tickTicket(ticket, context(2));
  expect(events.map(({ kind }) => kind)).toEqual(['danger-confirmed', 'dispatched', 'alarmed']);
  expect(said(says)).toContain(`${reporter.id}: ticket.alarm-reporter`);
  expect(says.filter((say) => say.card === undefined && say.wording === 'ticket.alarm').length).toBeGreaterThan(0);
});

test('"danger" alarms at once', () => {
  const { after } = decide({ kind: 'danger', by: reporter, danger: true, why: 'reporter' }, 1);
  expect(after).toMatchObject({ phase: 'dispatched', class: 'critical', alarm: { rounds: 1 } });
});

test('"no danger" makes it the ordinary matter that it otherwise is, and the one on duty is told', () => {
  const { after, says } = decide({ kind: 'danger', by: reporter, danger: false, why: 'reporter' }, 1);
  expect(after).toMatchObject({ phase: 'dispatched', category: 'parking', class: '24h', alarm: null });
  expect(said(says).some((line) => line.endsWith('ticket.danger-denied'))).toBe(true);
});

test('only the reporter answers, and only while it is in doubt', () => {
  const stranger = aPerson('nobody');
  expect(decideTicket(ticket, { kind: 'danger', by: stranger, danger: false, why: 'reporter' }, context(1))).toEqual({
    ok: false,
    refusal: { kind: 'not-found' },
  });
  const { after } = decide({ kind: 'danger', by: reporter, danger: true, why: 'reporter' }, 1);
  expect(decideTicket(after, { kind: 'danger', by: reporter, danger: false, why: 'reporter' }, context(1.5))).toEqual({
    ok: false,
    refusal: { kind: 'not-asked' },
  });
});

test('whoever takes charge settles the doubt without alarming the others; a false alarm ends it', () => {
  const onDuty = aTicketCommunity().officers.find(({ id }) => id === 'chen');
  if (!onDuty) throw new Error('the community has officers');
  const taken = decide({ kind: 'take-charge', by: onDuty }, 1);
  expect(taken.after).toMatchObject({ phase: 'claimed', claimedBy: onDuty.id, alarm: null });
  expect(decide({ kind: 'false-alarm', by: onDuty, words: null }, 1).after).toMatchObject({
    phase: 'archived',
    closedFor: 'false-alarm',
  });
});

test('a second person who says the same is no doubt any more', () => {
  const second = aPerson('second');
  const join = {
    kind: 'join',
    by: second,
    role: 'resident',
    group: null,
    as: 'reporter',
    words: ['w9'],
    photos: [],
  } as const;
  const { after } = decide(join, 1);
  expect(after).toMatchObject({ phase: 'dispatched', alarm: { rounds: 1 } });
});
