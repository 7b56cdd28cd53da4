/** A quote as WeChat writes it into the text: `「名：原文」`, a line of dashes, the answer. */
export interface Quoted {
  readonly by: string;
  readonly quote: string;
  readonly answer: string;
}

const shape = /^[「"“]([^：:\n]{1,64})[：:]\s?([\s\S]*?)[」"”]\s*\n\s*(?:[-—–][ \t]*){3,}\n?([\s\S]*)$/;

/** Null: nothing is quoted. */
export const readQuote = (text: string): Quoted | null => {
  const [, by, quote, answer] = shape.exec(text.trimStart()) ?? [];
  if (by === undefined || quote === undefined || answer === undefined) return null;
  return { by: by.trim(), quote: quote.trim(), answer: answer.trim() };
};
