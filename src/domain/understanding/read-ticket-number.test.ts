import { foldText } from './fold-text';
import { readTicketNumber } from './read-ticket-number';

test.each([
  ['接 #102', 102],
  ['看到了 #102 地点', 102],
  ['办结#１０２', 102],
])('%s names ours', (text, number) => {
  expect(readTicketNumber(foldText(text), false)).toBe(number);
});

test.each(['8#2单元', '8#201', '#102室', '#201楼', '#300元', '#7', '接 102'])('%s in a group names none', (text) => {
  expect(readTicketNumber(foldText(text), false)).toBeNull();
});

test('a bare number counts right after a verb, in private only', () => {
  expect(readTicketNumber('接 102', true)).toBe(102);
  expect(readTicketNumber('我住 102', true)).toBeNull();
  expect(readTicketNumber('督办 102', true)).toBe(102);
  expect(readTicketNumber('done 102', true)).toBe(102);
  expect(readTicketNumber('+12025550', true)).toBeNull();
  expect(readTicketNumber('联系人 62345678', true)).toBeNull();
});
