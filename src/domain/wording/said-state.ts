/** States that a card can say. */
export type SaidState =
  | 'reported'
  | 'dispatched'
  | 'claimed'
  | 'waiting'
  | 'under-review'
  | 'resolved'
  | 'called-back'
  | 'archived'
  | 'considered'
  | 'planned'
  | 'done'
  | 'declined'
  | 'withdrawn'
  | 'refused'
  | 'not-ours'
  | 'merged';
