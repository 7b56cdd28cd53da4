import { aCommunity, aPerson } from '../../../test/support/a-community';
import { actingFor, isAbsent, standInFor } from './absence';
import type { Community, DutyChange } from './community';
import { leaveOf, refusalOfLeave } from './leave';
import { gridWorkersFor, onDuty } from './responsible';
import { dutyAreaOf, endOfUsualTurn } from './usual-turn';

/** Friday 20 November 2026, by the clocks of Shanghai, or so many days later. */
const at = (clock: string, daysLater = 0): string =>
  new Date(Date.parse(`2026-11-20T${clock}:00+08:00`) + daysLater * 86_400_000).toISOString();

const said = (person: string, substitute: string | null, given: Partial<DutyChange> = {}): DutyChange => ({
  ...{ person, area: 'home', kind: 'absent', from: at('09:00'), to: at('00:00', 3) },
  ...{ substitute, at: at('08:00'), by: person },
  ...given,
});
const withChanges = (...dutyChanges: readonly DutyChange[]): Community => aCommunity({ dutyChanges });
const ids = (people: readonly { readonly id: string }[]): readonly string[] => people.map(({ id }) => id);

describe('who stands in', () => {
  test('a chain is followed to somebody who is there', () => {
    const community = withChanges(said('wang', 'li'), said('li', 'he'));
    expect(standInFor(community, 'wang', at('10:00'))).toEqual({
      person: 'he',
      chain: ['wang', 'li', 'he'],
      isCircle: false,
    });
    expect(ids(gridWorkersFor(community, 'b6', at('10:00')))).toEqual(['he']);
    expect(ids(gridWorkersFor(community, 'b6', at('08:59')))).toEqual(['wang']);
  });

  test('without a substitute the next who answers for it is asked, as before', () => {
    expect(ids(gridWorkersFor(withChanges(said('wang', null)), 'b6', at('10:00')))).toEqual(['li']);
  });

  test('a substitute of the pack stands in whenever the person is away, and who was named goes before', () => {
    const substitutes = [{ person: 'wang', by: 'he', during: null }];
    const away = aCommunity({ substitutes, dutyChanges: [said('wang', null)] });
    expect(standInFor(away, 'wang', at('10:00')).person).toBe('he');
    const named = aCommunity({ substitutes, dutyChanges: [said('wang', 'li')] });
    expect(standInFor(named, 'wang', at('10:00')).person).toBe('li');
  });

  test('an absence planned in the pack is one, until somebody says otherwise', () => {
    const during = { from: at('09:00'), to: at('00:00', 3) };
    const substitutes = [{ person: 'wang', by: 'he', during }];
    const wang = aPerson('wang');
    expect(actingFor(aCommunity({ substitutes }), wang, at('10:00'))?.id).toBe('he');
    const back = said('wang', null, { kind: 'back', from: at('10:00') });
    const community = aCommunity({ substitutes, dutyChanges: [back] });
    expect([isAbsent(community, 'wang', at('09:30')), isAbsent(community, 'wang', at('10:00'))]).toEqual([true, false]);
  });

  test('whose turn of duty it is and who is away is replaced by the substitute, once', () => {
    expect(ids(onDuty(withChanges(said('chen', 'lin')), 'b6', at('10:00')))).toEqual(['lin']);
    expect(ids(onDuty(withChanges(said('chen', 'zhou')), null, at('10:00')))).toEqual(['zhou']);
  });
});

describe('a leave is refused', () => {
  test('when those who stand in come back to the first; the circle is named', () => {
    const community = withChanges(said('li', 'he'), said('he', 'wang'));
    expect(refusalOfLeave(community, said('wang', 'li', { at: at('08:30') }))).toEqual({
      kind: 'circle',
      chain: ['wang', 'li', 'he', 'wang'],
    });
  });

  test('also when the circle closes only later in the leave', () => {
    const later = said('li', 'wang', { from: at('09:00', 1), to: at('00:00', 2) });
    expect(refusalOfLeave(withChanges(later), said('wang', 'li', { at: at('08:30') }))).toMatchObject({
      kind: 'circle',
    });
    const over = said('li', 'wang', { from: at('00:00', 3), to: at('00:00', 4) });
    expect(refusalOfLeave(withChanges(over), said('wang', 'li', { at: at('08:30') }))).toBeNull();
  });

  test('when the one who is to stand in is away and has nobody', () => {
    expect(refusalOfLeave(withChanges(said('li', null)), said('wang', 'li', { at: at('08:30') }))).toEqual({
      kind: 'substitute-away',
      substitute: 'li',
      at: at('09:00'),
    });
  });

  test('when nobody would be on duty at some moment of it, and a substitute mends that', () => {
    // Only Wang has the night of Friday in grid 2.
    expect(refusalOfLeave(aCommunity(), said('wang', null))).toEqual({
      kind: 'empties-duty',
      area: 'grid-2',
      at: at('20:00'),
    });
    expect(refusalOfLeave(aCommunity(), said('wang', 'li'))).toBeNull();
    expect(refusalOfLeave(aCommunity(), said('wang', null, { to: at('20:00') }))).toBeNull();
  });

  test('but not for a gap that was there before', () => {
    expect(refusalOfLeave(aCommunity(), said('lin', null))).toBeNull();
  });
});

test('the leave meant is the one that runs, else the next; what was taken back is none', () => {
  const [now, next] = [said('wang', 'li'), said('wang', null, { from: at('00:00', 7), to: at('00:00', 8) })];
  expect(leaveOf(withChanges(next, now), 'wang', at('10:00'))).toEqual(now);
  expect(leaveOf(withChanges(next), 'wang', at('10:00'))).toEqual(next);
  const back = { ...now, kind: 'back', at: at('09:30') } as const;
  expect(leaveOf(withChanges(now, back), 'wang', at('10:00'))).toBeNull();
});

test('“值班 我” lasts to the end of the turn that holds, the person’s own first', () => {
  const community = aCommunity();
  expect(endOfUsualTurn(community, 'chen', at('10:00'))).toBe(at('20:00'));
  expect(endOfUsualTurn(community, 'li', at('10:00'))).toBe(at('20:00'));
  expect(endOfUsualTurn(community, 'wang', at('22:00'))).toBe(at('08:00', 1));
  expect(endOfUsualTurn(community, 'zhou', at('10:00'))).toBe(at('00:00', 1));
  expect(endOfUsualTurn(community, 'li', at('10:00', 1))).toBe(at('00:00', 2));
  expect(dutyAreaOf(community, aPerson('wang', ['grid-worker@b6', 'grid-worker@grid-2']))).toBe('grid-2');
});
