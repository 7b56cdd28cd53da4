import type { PersonId } from '../domain/ids';

/** A list that somebody asks for often, under the name they gave it. */
export interface SavedView {
  readonly id: string;
  readonly name: string;
  /** What is asked, as the address of the list has it. */
  readonly query: string;
}

export interface SavedViews {
  of(person: PersonId): Promise<readonly SavedView[]>;
  /** The same name again is another question under it; false: this person has as many as anybody needs. */
  save(person: PersonId, view: SavedView): Promise<boolean>;
  remove(person: PersonId, id: string): Promise<void>;
}
