import { soundsLikeASlip } from './sounds-like-a-slip';

test.each(['说错了是8号楼', '打错字了 8号楼', '不是6号楼，是8号楼', '应该是8号楼的', '更正：8号楼'])(
  '%s is a slip',
  (text) => {
    expect(soundsLikeASlip(text)).toBe(true);
  },
);

test.each(['8号楼也停电了', '是不是8号楼的人', '8号楼', `说错了是8号楼${'，'.repeat(60)}`])('%s is none', (text) => {
  expect(soundsLikeASlip(text)).toBe(false);
});
