/** WeChat was written to too fast: all of the account rests, longer each time, since tries lengthen its patience. */
export interface Throttle {
  /** Milliseconds for which nothing may be sent. */
  wait(): number;
  struck(): number;
  /** A message went through. */
  over(): void;
}

const firstMs = 60_000;
const longestMs = 30 * 60_000;

export const createThrottle = (machineNow: () => number): Throttle => {
  let strikes = 0;
  let until = 0;
  return {
    wait: () => Math.max(0, until - machineNow()),
    struck: () => {
      const ms = Math.min(firstMs * 2 ** strikes, longestMs);
      strikes += 1;
      until = machineNow() + ms;
      return ms;
    },
    over: () => {
      strikes = 0;
    },
  };
};
