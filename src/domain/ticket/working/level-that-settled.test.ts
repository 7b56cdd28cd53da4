import {
  aContext,
  aTicketCommunity,
  chen,
  claimed,
  clock,
  gao,
  he,
  resolved,
  told,
  wang,
  zhao,
} from '../../../../test/support/a-ticket';
import { aPerson } from '../../../../test/support/a-community';
import { levelThatSettled } from './level-that-settled';

const community = aTicketCommunity();
const unclaimed = { ...claimed().ticket, claimedBy: null };

test.each([
  [wang, 'grid'],
  [he, 'grid'],
  [chen, 'community'],
  [gao, 'street'],
])('whoever says that it is done settles it at the own level: $id', (by, level) => {
  expect(levelThatSettled(unclaimed, by, community)).toBe(level);
});

test('what the community owned was settled there, whoever writes it down', () => {
  expect(levelThatSettled({ ...unclaimed, claimedBy: 'chen' }, he, community)).toBe('community');
});

test('staff who are a grid worker as well settle it in the grid', () => {
  const both = aPerson('both', ['grid-worker@grid-2', 'staff@home']);
  expect(levelThatSettled(unclaimed, both, community)).toBe('grid');
});

test('the level is kept with the result, and gone when the result is', () => {
  const done = resolved();
  expect(done.ticket.settledAt).toBe('grid');
  const again = told(done, { kind: 'answer', by: zhao, answer: 'not-solved' }, aContext(clock('11:30')));
  expect(again.ticket.settledAt).toBeNull();
});
