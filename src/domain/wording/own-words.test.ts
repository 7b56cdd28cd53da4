import { convertBeside, markOwnWords } from './own-words';
import { makeSpeaker } from './speaker';
import { aCommunity } from '../../../test/support/a-community';

const shout = (text: string): string => text.toUpperCase();

test('what people wrote and are called stays as it is, wherever it stands', () => {
  const speaker = markOwnWords(
    makeSpeaker({
      community: aCommunity(),
      language: 'zh',
      now: '2026-11-20T02:00:00.000Z',
      inGroup: false,
      names: new Map([['zhao', 'zhao fei']]),
      words: new Map([['w1', 'a lamp']]),
    }),
  );
  const text = `${speaker.name('zhao')} said: ${speaker.words(['w1'])} is broken`;
  expect(convertBeside(text, shout)).toBe('zhao fei SAID: a lamp IS BROKEN');
  expect(convertBeside('nothing of anybody', shout)).toBe('NOTHING OF ANYBODY');
});
