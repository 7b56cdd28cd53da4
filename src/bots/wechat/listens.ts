/** Whether a puppet's silence means anything: not every one answers to `ding`. */
export interface Listens {
  /** It answered. */
  answered(): void;
  /** One that was up for long enough ended without an answer. */
  unanswered(): void;
  /** False: it is known to answer nothing, whatever is asked. */
  answers(): boolean;
}

/** Connections in a row that must pass without a single answer before its silence is taken for its manner. */
const enough = 2;

export const createListens = (): Listens => {
  let ever = false;
  let without = 0;
  return {
    answered: () => {
      ever = true;
    },
    unanswered: () => {
      without += 1;
    },
    answers: () => ever || without < enough,
  };
};
