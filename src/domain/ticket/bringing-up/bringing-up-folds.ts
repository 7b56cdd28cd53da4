import type { Folds } from '../folds';

export const bringingUpFolds: Folds<'brought-up'> = {
  'brought-up': (ticket, event) => ({ ...ticket, topic: { id: event.topic, number: event.number } }),
};
