import { readNamedOthers } from './read-named-others';

test.each([
  ['邓涛', ['邓涛'], false],
  ['替邓涛报', ['邓涛'], true],
  ['帮邓涛、老李报名', ['邓涛', '老李'], true],
  ['我和邓涛', ['邓涛'], false],
  ['邓涛 2人', ['邓涛'], false],
  ['3人', [], false],
  ['', [], false],
])('“%s” behind the verb names others', (rest, names, forOthers) => {
  expect(readNamedOthers(rest)).toEqual({ names, forOthers });
});
