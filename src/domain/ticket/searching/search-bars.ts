/** Why somebody who is looked for stays so, or is looked for no more. */
export type SearchBar =
  /** Only whoever has it says that it is over. */
  | 'owner-only'
  /** Nobody has it yet: who takes charge may end it. */
  | 'no-owner'
  /** People are out looking: it is ended before it goes elsewhere. */
  | 'running'
  /** Found: thank you all the same. */
  | 'over'
  /** Nobody has said yet what the person looks like. */
  | 'not-described'
  /** Everybody was asked. */
  | 'all-asked'
  /** Somebody answered it before. */
  | 'answered';
