import type { Folds } from '../folds';

export const inPersonFolds: Folds<'told-in-person'> = {
  'told-in-person': (ticket, { at, by, how, result }) => (result ? { ...ticket, told: { at, by, how } } : ticket),
};
