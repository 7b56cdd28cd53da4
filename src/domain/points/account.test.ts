import { accountKind, accountOwner, floorPattern, hasFloor, isAccountId, type AccountId } from './account';

test('an account says its kind and its owner', () => {
  expect(accountKind('person:zhao')).toBe('person');
  expect(accountOwner('stock:rice:shop-1')).toBe('rice:shop-1');
});

test.each(['person:', 'toString:zhao', 'zhao', ':zhao', '', 'Person:zhao'])('"%s" is no account', (text) => {
  expect(isAccountId(text)).toBe(false);
});

test.each<[AccountId, boolean]>([
  ['person:zhao', true],
  ['household:b6-101', true],
  ['stock:rice', true],
  ['issued:report', false],
  ['held:order-1', false],
])('%s has a floor: %s', (account, floor) => {
  expect(isAccountId(account)).toBe(true);
  expect(hasFloor(account)).toBe(floor);
  expect(floorPattern.test(account)).toBe(floor);
});
