import { readDuty } from './read-duty';

test.each([
  ['值班 我', { verb: 'on-duty', who: null, when: '' }],
  ['值班 我 到 周日', { verb: 'on-duty', who: null, when: '到 周日' }],
  ['值班 王芳 周六', { verb: 'on-duty', who: '王芳', when: '周六' }],
  ['请假 到 周五', { verb: 'leave', who: null, when: '到 周五', substitute: null }],
  ['请假到周五', { verb: 'leave', who: null, when: '到周五', substitute: null }],
  ['请假 从 周一 到 周三 由 李强 代。', { verb: 'leave', who: null, when: '从 周一 到 周三', substitute: '李强' }],
  ['请假 明天，由李强代班', { verb: 'leave', who: null, when: '明天', substitute: '李强' }],
  ['请假 王芳 到 周五', { verb: 'leave', who: '王芳', when: '到 周五', substitute: null }],
  ['请假', { verb: 'leave', who: null, when: '', substitute: null }],
  ['由 李强 代', { verb: 'substitute', substitute: '李强' }],
  ['销假！', { verb: 'back' }],
])('%s', (text, meant) => {
  expect(readDuty(text)).toEqual({ kind: 'duty', ...meant });
});

test.each(['值班室没人', '请假条在哪里', '值班', '值班电话多少', '由他去吧', '我要销假', '代表'])(
  '“%s” is plain talk',
  (text) => {
    expect(readDuty(text)).toBeNull();
  },
);
