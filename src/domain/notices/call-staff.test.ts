import { aCommunity, aPerson } from '../../../test/support/a-community';
import { clock } from '../../../test/support/a-ticket';
import type { Community } from '../community/community';
import { callStaff, heardFrom } from './call-staff';

const zhang = aPerson('zhang', ['resident@home']);
const call = (now: string, community: Community) =>
  callStaff({ community, person: zhang, words: ['w1'], now, key: 'call' });
const nobodyOnDuty = aCommunity({ duty: [] });

test('those on duty hear of it at once, by night as well', () => {
  const says = call(clock('23:00'), aCommunity());
  expect(says.map(({ to, urgency, holdUntil }) => [to, urgency, holdUntil])).toEqual([
    [{ person: 'wang' }, 'prompt', undefined],
    [{ person: 'zhou' }, 'prompt', undefined],
  ]);
  expect(heardFrom(says)).toBeNull();
});

test('where nobody is on duty, staff hear of it in their hours, and who asks is told from when', () => {
  const says = call(clock('23:00'), nobodyOnDuty);
  expect(says).toEqual([
    {
      ...{ to: { person: 'chen' }, key: 'call', urgency: 'ordinary', holdUntil: clock('08:30', 3) },
      ...{ wording: 'help.person-told', params: { name: 'zhang', words: ['w1'] } },
    },
  ]);
  expect(heardFrom(says)).toBe(clock('08:30', 3));
  expect(heardFrom(call(clock('10:00'), nobodyOnDuty))).toBeNull();
});

test('a community without staff calls its directors', () => {
  const officers = nobodyOnDuty.officers.filter(({ id }) => id !== 'chen');
  expect(call(clock('10:00'), { ...nobodyOnDuty, officers }).map(({ to }) => to)).toEqual([{ person: 'lin' }]);
});
