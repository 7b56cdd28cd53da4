import { aCommunity } from '../../../test/support/a-community';
import { clock } from '../../../test/support/a-ticket';
import type { Community, DutyChange } from '../community/community';
import type { Say } from '../decision';
import { placeNotice } from './place-notice';

const head = { number: 101, category: 'parking', place: { area: 'b6', words: null } } as const;
const remind = (person: string, urgency: Say['urgency'] = 'ordinary'): Say => ({
  ...{ to: { person }, key: 'claim.warn', urgency },
  ...{
    wording: 'ticket.remind',
    params: { ...head, stage: 'claim', minutesLeft: 15, due: clock('11:00'), next: null },
  },
});
const place = (say: Say, now: string, community: Community = aCommunity()): Say =>
  placeNotice(say, { area: 'b6', community, now });
const holdOf = (say: Say, now: string, community?: Community) => place(say, now, community).holdUntil;

const away = (person: string, substitute: string | null): DutyChange => ({
  ...{ person, area: 'home', kind: 'absent', from: clock('08:00'), to: clock('00:00', 3) },
  ...{ substitute, at: clock('08:00'), by: person },
});

describe('what can wait', () => {
  test('is said at once in working hours, and waits for the next otherwise, at noon too', () => {
    expect(holdOf(remind('li'), clock('10:00'))).toBeUndefined();
    expect(holdOf(remind('li'), clock('12:30'))).toBe(clock('13:30'));
    expect(holdOf(remind('li'), clock('18:00'))).toBe(clock('08:30', 3));
    expect(place(remind('li'), clock('18:00'))).toMatchObject({ together: true });
  });

  test('is said on a turn of duty, but not at night', () => {
    // Chen has the days until 20:00, Wang the night of Friday, Zhou every hour of the week.
    expect(holdOf(remind('chen'), clock('18:00'))).toBeUndefined();
    expect(holdOf(remind('wang'), clock('19:00'))).toBe(clock('20:00'));
    expect(holdOf(remind('wang'), clock('22:00'))).toBe(clock('07:00', 1));
    expect(holdOf(remind('zhou'), clock('23:00'))).toBe(clock('07:00', 1));
  });

  test('waits no shorter than it was to wait anyway', () => {
    expect(holdOf({ ...remind('li'), holdUntil: clock('11:00') }, clock('10:00'))).toBe(clock('11:00'));
  });

  test('a question is said by itself', () => {
    const asked: Say = { ...remind('li'), question: true };
    expect(place(asked, clock('18:00'))).not.toHaveProperty('together');
  });
});

test('what cannot wait never does', () => {
  expect(place(remind('li', 'prompt'), clock('23:00'))).toEqual(remind('li', 'prompt'));
  expect(place(remind('li', 'critical'), clock('23:00'))).toEqual(remind('li', 'critical'));
});

test('what is for an absent person goes to who stands in, and says so', () => {
  const community = aCommunity({ dutyChanges: [away('wang', 'li')] });
  expect(place(remind('wang'), clock('10:00'), community)).toEqual({ ...remind('li'), standsFor: 'wang' });
});

test('who hears of a matter only because somebody is away is told so', () => {
  const community = aCommunity({ dutyChanges: [away('wang', 'zhou')] });
  expect(place(remind('zhou'), clock('10:00'), community)).toMatchObject({ standsFor: 'wang' });
  expect(place(remind('he'), clock('10:00'), community)).not.toHaveProperty('standsFor');
});

test('with nobody to stand in it stays where it was', () => {
  const community = aCommunity({ dutyChanges: [away('wang', null)] });
  expect(place(remind('wang'), clock('10:00'), community).to).toEqual({ person: 'wang' });
});

test('an answer to an absent person, and what people hear as reporters, is their own', () => {
  const community = aCommunity({ dutyChanges: [away('wang', 'li')] });
  const answer: Say = {
    to: { person: 'wang' },
    key: 'claimed',
    urgency: 'prompt',
    wording: 'ticket.claimed',
    params: { ...head, resolveDue: null },
  };
  const asked: Say = {
    ...{ to: { person: 'wang' }, key: 'call-back', urgency: 'ordinary', question: true },
    ...{
      wording: 'ticket.call-back',
      params: { ...head, name: 'wang', summary: [], desk: null, again: false, photos: false },
    },
  };
  expect([place(answer, clock('10:00'), community), place(asked, clock('22:00'), community)]).toEqual([answer, asked]);
});
