import type { WordingParams } from '../params';
import type { Speaker } from '../speaker-port';

/** Why nothing was marked, and how it is said right. */
export const notMarked = (why: WordingParams['round.not-marked']['why'], s: Speaker): string => {
  switch (why.kind) {
    case 'no-round':
      return '现在没有入户评分，什么都没有记。';
    case 'which-village':
      return '这个户号不止一个村有，什么都没有记。请先写村名，例如“打分 某村3号 …”。';
    case 'not-inspector':
      return '入户评分由本村的检查员来打，什么都没有记。';
    case 'own-household':
      return '自己家的不能自己打，请另一位检查员来打。';
    case 'not-begun':
      return `${s.moment(why.at)}才开始，什么都没有记。`;
    case 'over':
      return `${s.moment(why.at)}已经截止，什么都没有改。要改，请户主提异议，由社区来定。`;
    case 'not-read':
      return why.left === ''
        ? '没看到分数，什么都没有记。请写“个人9 居家8 环境10”这样的分数。'
        : `“${why.left.slice(0, 20)}”没看懂，什么都没有记。请只写项目和整数分。`;
    case 'too-many':
      return `这一项最多${why.most}分，什么都没有记。`;
    case 'missing':
      return `还少${why.items.length}项，什么都没有记。请几项一起写。`;
    case 'same':
      return '已经是这个分，没有重复记。';
  }
};

/** Why no objection was taken or decided. */
export const notObjected = (why: WordingParams['round.not-objected']['why'], s: Speaker): string => {
  switch (why.kind) {
    case 'stranger':
      return '异议由这一户的人来提。还没对上户，请让检查员回“户主”加户号、姓名。';
    case 'no-words':
      return '请写上哪里不对，例如回“异议 院子当天刚扫过”。';
    case 'twice':
      return '已经收到过您家的异议，正等社区来定。';
    case 'not-objected':
      return '这一户没有提异议，什么都没有改。';
    case 'decided':
      return '这次的异议已经定过了，什么都没有改。还有话说，回“人工”。';
    case 'not-staff':
      return '异议由社区来定，什么都没有改。';
    case 'own-household':
      return '自己家的异议不能自己定，请别的同事来定。';
    case 'not-told':
      return '这次的分还没有公布，公布了会私下告诉您。';
    case 'which-household':
      return '没说清是哪一户，什么都没有改。';
    case 'late':
      return `${s.moment(why.at)}已经截止，分已入账。还有话说，回“人工”。`;
  }
};

/** Why an objection was not decided: of the objection itself, or of the marks that were to be instead. */
export const notDecided = (why: WordingParams['round.not-decided']['why'], s: Speaker): string => {
  switch (why.kind) {
    case 'not-inspector':
    case 'not-begun':
    case 'over':
    case 'not-read':
    case 'too-many':
    case 'missing':
    case 'same':
      return notMarked(why, s);
    case 'own-household':
    case 'stranger':
    case 'no-words':
    case 'twice':
    case 'not-objected':
    case 'decided':
    case 'not-staff':
    case 'not-told':
    case 'which-household':
    case 'late':
      return notObjected(why, s);
  }
};
