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

const officer = (id: string) => {
  const found = aTicketCommunity().officers.find((one) => one.id === id);
  if (!found) throw new Error(`the community has no ${id}`);
  return found;
};
const judge = (by: string, danger: boolean) => ({ kind: 'danger', by: officer(by), danger, why: 'reporter' }) as const;

test('whoever works here may say that it is one: everyone on duty is alarmed, the reporter gets the number', () => {
  const { after, events, says } = decide(judge('chen', true), 1);
  expect(events[0]).toEqual({ kind: 'danger-confirmed', at: at(1), by: 'chen', why: 'duty' });
  expect(after).toMatchObject({ phase: 'dispatched', class: 'critical', alarm: { rounds: 1 } });
  expect(said(says)).toContain(`${reporter.id}: ticket.alarm-reporter`);
});

test('who says that it is one and is not called hears how many were', () => {
  const elsewhere = aPerson('elsewhere', ['grid-worker@grid-1']);
  const { says } = decide({ kind: 'danger', by: elsewhere, danger: true, why: 'reporter' }, 1);
  expect(said(says)).toContain('elsewhere: ticket.danger-called');
});

test('on duty, "no danger" makes it the ordinary matter, and the reporter hears who looked, the number, and the deadline', () => {
  const { after, events, says } = decide(judge('chen', false), 1);
  expect(events[0]).toMatchObject({ kind: 'danger-denied', by: 'chen', why: 'duty', category: 'parking' });
  expect(after).toMatchObject({ phase: 'dispatched', category: 'parking', class: '24h', alarm: null });
  expect(said(says)).toEqual(
    expect.arrayContaining([
      'chen: ticket.danger-denied',
      `${reporter.id}: ticket.stood-down-reporter`,
      `${reporter.id}: ticket.received`,
    ]),
  );
});

test('that nobody need come is not for a colleague from elsewhere to say', () => {
  const elsewhere = aPerson('elsewhere', ['grid-worker@grid-1']);
  const command = { kind: 'danger', by: elsewhere, danger: false, why: 'reporter' } as const;
  expect(decideTicket(ticket, command, context(1))).toEqual({ ok: false, refusal: { kind: 'role', verb: '没有危险' } });
});

test('what is said too late changes nothing; whoever sees a danger then hears how to call people', () => {
  const { after } = decide(judge('chen', false), 1);
  const late = (command: TicketCommand) => decideTicket(after, command, context(1.5));
  expect(late(judge('chen', true))).toMatchObject({ ok: false, refusal: { kind: 'no-doubt', danger: true } });
  expect(late(judge('chen', false))).toMatchObject({ ok: false, refusal: { kind: 'no-doubt', danger: false } });
  expect(late({ kind: 'danger', by: reporter, danger: true, why: 'reporter' })).toMatchObject({
    ok: false,
    refusal: { kind: 'no-doubt', danger: true },
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
