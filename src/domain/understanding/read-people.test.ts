import { readPeople } from './read-people';

test.each([
  ['两个人', 2],
  ['我和老伴去', 2],
  ['我俩都去', 2],
  ['+2', 2],
  ['三大一小', 4],
  ['十个人', 10],
  ['一共5位', 5],
])('%s: %d', (text, people) => {
  expect(readPeople(text)).toBe(people);
});

test.each(['我报名', '没人管', '两个人民币'])('%s says no count', (text) => {
  expect(readPeople(text)).toBeNull();
});
