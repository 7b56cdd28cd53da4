import type { Activity } from '../../volunteering/activity';
import type { Speaker, WordingParams } from '../params';

type Named = Pick<WordingParams['activity.begun'], 'number' | 'title'>;

export const top = ({ number, title }: Named, s: Speaker): string =>
  `#${number} ${title === null ? 'Volunteering' : `"${s.words([title])}"`}`;

export const phases: Readonly<Record<Activity['phase'], string>> = {
  draft: 'not sent yet',
  open: 'open for sign-ups',
  over: 'over; who came is being noted',
  closed: 'over',
  cancelled: 'called off',
  dropped: 'not sent',
};

export const queue = (ahead: number): string =>
  ahead <= 0 ? 'You are first in line.' : `There are ${ahead} before you.`;
