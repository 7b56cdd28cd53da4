/** The text of a file that stands beside a pack; null when there is none. */
export type ReadBeside = (name: string) => { readonly text: string; readonly fileName: string } | null;
