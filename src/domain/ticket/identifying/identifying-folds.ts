import type { Folds } from '../folds';

export const identifyingFolds: Folds<'candidates-shown' | 'family-shown' | 'numbers-shown' | 'thanks-judged'> = {
  'candidates-shown': (ticket, { by, files }) => ({
    ...ticket,
    candidates: [...ticket.candidates.filter((list) => list.person !== by), { person: by, files }],
  }),
  'family-shown': (ticket, { at, file }) => ({ ...ticket, newsAt: at, perhaps: file }),
  'numbers-shown': (ticket) => ticket,
  'thanks-judged': (ticket, { words }) => ({ ...ticket, thanksJudged: [...ticket.thanksJudged, words] }),
};
