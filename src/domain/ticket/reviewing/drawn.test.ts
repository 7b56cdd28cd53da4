import { drawn } from './drawn';

test('the same text draws the same, and a share of many is near that share', () => {
  expect(drawn('t1:1')).toBe(drawn('t1:1'));
  const draws = Array.from({ length: 10_000 }, (_, index) => drawn(`ticket-${index}:1`));
  for (const share of [0.05, 0.2, 0.5]) {
    const under = draws.filter((each) => each < share).length / draws.length;
    expect(Math.abs(under - share)).toBeLessThan(0.02);
  }
  expect(draws.every((each) => each >= 0 && each < 1)).toBe(true);
});
