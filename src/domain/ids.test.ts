import { matterOfNumber, numberOfMatter } from './ids';

test('a ticket is found by its number, and its number by the ticket', () => {
  expect(numberOfMatter(matterOfNumber(101))).toBe(101);
  for (const other of ['activity-101', 'ticket-', 'ticket-1x', 'my-ticket-101'])
    expect(numberOfMatter(other)).toBeNull();
});
