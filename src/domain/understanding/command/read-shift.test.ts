import { readShift } from './read-shift';

test.each([
  ['我在 畅小站 站', { verb: 'station', place: '畅小站' }],
  ['我在畅小站。', { verb: 'station', place: '畅小站' }],
  ['上班', { verb: 'on', until: '' }],
  ['开工了', { verb: 'on', until: '' }],
  ['上班 到 18点', { verb: 'on', until: '到 18点' }],
  ['下班了！', { verb: 'off' }],
])('%s', (text, meant) => {
  expect(readShift(text)).toEqual({ kind: 'shift', ...meant });
});

test.each(['上班路上看到有人摔倒', '我在畅小站看到一个老人', '下班路上', '几点上班', '我在6号楼门口'])(
  '“%s” is plain talk',
  (text) => {
    expect(readShift(text)).toBeNull();
  },
);
