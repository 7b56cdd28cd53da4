import { aCommunity, aPerson } from '../../../test/support/a-community';
import { officersNamed } from './officers-named';

const community = aCommunity({
  officers: [
    aPerson('wang', ['grid-worker@grid-2'], { name: '王芳' }),
    aPerson('lin', ['director@home'], { name: '林静' }),
    aPerson('gao', ['director@street'], { name: '高远' }),
  ],
});

test.each([
  ['举报网格员王芳，办事态度差', ['wang']],
  ['王网格员收了商户的烟', ['wang']],
  ['林主任办事不公', ['lin']],
  ['社区书记把低保给了亲戚', ['lin']],
  ['高主任和林静是一伙的', ['lin', 'gao']],
  ['班主任打学生', []],
  ['业委会主任乱收费', []],
  ['窗口的人态度恶劣', []],
])('“%s” names %j', (words, named) => {
  expect(officersNamed(words, community)).toEqual(named);
});
