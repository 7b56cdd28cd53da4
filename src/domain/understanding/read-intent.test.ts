import { appliesFor } from './read-intent';

test.each(['帮我申请高龄津贴', '我想补办老年证', '请帮我代办一下医保', '要申请个车位'])(
  '%s asks for work to be done',
  (text) => {
    expect(appliesFor(text)).toBe(true);
  },
);

test.each(['我的申请批了没', '帮我看看申请到哪一步了', '我申请的轮椅不要了', '申请多久能下来', '我想问申请通过了吗'])(
  '%s asks how it stands, or nothing of the kind',
  (text) => {
    expect(appliesFor(text)).toBe(false);
  },
);
