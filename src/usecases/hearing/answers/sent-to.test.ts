import { sentTo } from './sent-to';

test.each([
  ['给 区排水公司', '是市政管道', '区排水公司'],
  ['', '这是市政的灯，已转告市政', '市政'],
  ['', '不归我们，已转给城管中队。', '城管中队'],
  ['', '不归我们', ''],
  ['', '请转给社区', ''],
  ['', '不归我们管，是第一网格的', ''],
])('%s 因为 %s: sent to “%s”', (rest, reason, to) => {
  expect(sentTo(rest, reason)).toBe(to);
});
