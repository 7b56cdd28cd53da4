/** One thing that was looked at. What is not fine says how to mend it. */
export type Finding =
  | { readonly level: 'fine'; readonly what: string }
  | { readonly level: 'notice' | 'broken'; readonly what: string; readonly mend: string };

export const fine = (what: string): Finding => ({ level: 'fine', what });
/** Works, but somebody should know. */
export const notice = (what: string, mend: string): Finding => ({ level: 'notice', what, mend });
export const broken = (what: string, mend: string): Finding => ({ level: 'broken', what, mend });
