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
  | 'withdrawn'
  | 'refused'
  | 'not-ours'
  | 'merged';
