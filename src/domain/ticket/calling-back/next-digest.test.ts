import { aTicketCommunity, clock } from '../../../../test/support/a-ticket';
import { Policy } from '../../community/policy';
import { nextDigest } from './next-digest';

const community = aTicketCommunity();
const at = (riderDigestAt: string | null) => aTicketCommunity({ policy: Policy.parse({ riderDigestAt }) });

test('who was asked today is asked about the rest tomorrow after the lunch peak', () => {
  expect(nextDigest(clock('09:00'), clock('15:00'), community)).toBe(clock('13:30', 1));
  expect(nextDigest(clock('00:05'), clock('23:55'), community)).toBe(clock('13:30', 1));
});

test('who was not asked today is asked now: never, or yesterday, by the community’s day', () => {
  expect(nextDigest(null, clock('15:00'), community)).toBeNull();
  expect(nextDigest(clock('23:59'), clock('07:00', 1), community)).toBeNull();
});

test('a time of day in a meal peak or at night moves out of it, and a pack may do without', () => {
  expect(nextDigest(clock('09:00'), clock('15:00'), at('12:00'))).toBe(clock('13:30', 1));
  expect(nextDigest(clock('09:00'), clock('15:00'), at('22:00'))).toBe(clock('07:00', 2));
  expect(nextDigest(clock('09:00'), clock('15:00'), at(null))).toBeNull();
});
