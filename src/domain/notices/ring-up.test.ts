import { aCommunity } from '../../../test/support/a-community';
import { clock } from '../../../test/support/a-ticket';
import { ringUp } from './ring-up';

const unreached = { person: 'zhang', community: aCommunity(), now: clock('10:00'), critical: false, mentioned: false };
const told = (given: Partial<typeof unreached>) =>
  ringUp({ ...unreached, ...given }).map(({ to, urgency, holdUntil }) => [to, urgency, holdUntil]);

test('those on duty are asked to ring up; at once where nothing else was tried, after two hours where a group was asked', () => {
  expect(told({})).toEqual([
    [{ person: 'chen' }, 'ordinary', undefined],
    [{ person: 'zhou' }, 'ordinary', undefined],
  ]);
  expect(told({ mentioned: true }).map(([, , holdUntil]) => holdUntil)).toEqual([clock('12:00'), clock('12:00')]);
});

test('for a danger at once, at any hour; nobody is asked to ring themselves up', () => {
  expect(told({ mentioned: true, critical: true, now: clock('23:00') })).toEqual([
    [{ person: 'wang' }, 'critical', undefined],
    [{ person: 'zhou' }, 'critical', undefined],
  ]);
  expect(told({ person: 'zhou' }).map(([to]) => to)).toEqual([{ person: 'chen' }]);
});

test('where nobody is on duty staff are asked, and where there are none the directors', () => {
  const nobody = aCommunity({ duty: [] });
  expect(told({ community: nobody }).map(([to]) => to)).toEqual([{ person: 'chen' }]);
  expect(told({ community: nobody, person: 'chen' }).map(([to]) => to)).toEqual([{ person: 'lin' }]);
});
