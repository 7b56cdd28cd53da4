import type { WordingParams } from '../params';
import type { Speaker } from '../speaker-port';

/** Why nothing was marked, and how it is said right. */
export const notMarked = (why: WordingParams['round.not-marked']['why'], s: Speaker): string => {
  switch (why.kind) {
    case 'no-round':
      return 'There is no household round now; nothing was noted.';
    case 'which-village':
      return 'More than one village has this number; nothing was noted. Please write the village first.';
    case 'not-inspector':
      return "Households are marked by the village's inspectors; nothing was noted.";
    case 'own-household':
      return 'Nobody marks their own household: another inspector does.';
    case 'not-begun':
      return `The round begins ${s.moment(why.at)}; nothing was noted.`;
    case 'over':
      return `Marking ended ${s.moment(why.at)}; nothing was changed. The household can object, and staff decide.`;
    case 'not-read':
      return why.left === ''
        ? 'No marks were seen; nothing was noted. Please write them as "个人9 居家8 环境10".'
        : `I did not understand "${why.left.slice(0, 20)}"; nothing was noted. Please write items and whole marks only.`;
    case 'too-many':
      return `This item has at most ${why.most} marks; nothing was noted.`;
    case 'missing':
      return `${why.items.length} more to mark; nothing was noted. Please write all items together.`;
    case 'same':
      return 'These are its marks already; nothing was noted twice.';
  }
};

/** Why no objection was taken or decided. */
export const notObjected = (why: WordingParams['round.not-objected']['why'], s: Speaker): string => {
  switch (why.kind) {
    case 'stranger':
      return 'Only somebody of the household objects. Not linked yet? An inspector replies "户主" with number and name.';
    case 'no-words':
      return 'Please say what is wrong, for instance "异议 院子当天刚扫过".';
    case 'twice':
      return 'Your household has objected already; staff are deciding.';
    case 'not-objected':
      return 'This household has not objected; nothing was changed.';
    case 'decided':
      return 'This objection was decided already; nothing was changed. Something to add? Reply "人工".';
    case 'not-staff':
      return 'Staff decide objections; nothing was changed.';
    case 'own-household':
      return 'Nobody decides on their own household: a colleague does.';
    case 'not-told':
      return 'The marks are not published yet; you will be told in private.';
    case 'which-household':
      return 'It is not clear which household is meant; nothing was changed.';
    case 'late':
      return `The time ended ${s.moment(why.at)}, and the points are posted. Something to add? Reply "人工".`;
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
