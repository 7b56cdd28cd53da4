import { readCommand } from './read-command';

const heard = (text: string, setting = {}) =>
  readCommand(text, { isPrivate: true, repliesToUs: false, mentioned: false, ...setting });

test('说事, with words or the number of a ticket', () => {
  expect(heard('说事 装个充电棚')).toEqual({ kind: 'talk', number: null, text: '装个充电棚' });
  expect(heard('说事：装个充电棚')).toEqual({ kind: 'talk', number: null, text: '装个充电棚' });
  expect(heard('说事 #112')).toEqual({ kind: 'talk', number: 112, text: '' });
  expect(heard('说事#112 停哪里')).toEqual({ kind: 'talk', number: 112, text: '停哪里' });
  expect(heard('说事')).toEqual({ kind: 'talk', number: null, text: '' });
});

test('is plain talk in a residents’ group and as a part of other words', () => {
  expect(heard('说事 晚上聊', { isPrivate: false })).toBeNull();
  expect(heard('说事实就好')).toBeNull();
  expect(heard('说事 #112', { isPrivate: false, amongStaff: true })).toEqual({ kind: 'talk', number: 112, text: '' });
});

test('下一步 with its number, or alone in private', () => {
  expect(heard('下一步 #130 都同意')).toMatchObject({
    kind: 'anchored',
    verb: 'next-step',
    number: 130,
    rest: '都同意',
  });
  expect(heard('下一步')).toMatchObject({ kind: 'anchored', verb: 'next-step', number: null });
  expect(heard('下一步怎么办呀', { isPrivate: false })).toBeNull();
});
