import { AnswerLost } from '../../usecases/ports';

/** A question is answered by then or was lost with the line it went out by: it is asked again. */
export const readMs = 5_000;

/** Puppets have no time-outs of their own: what has not answered by then was perhaps done. */
export const withinTime = async <T>(work: Promise<T>, ms: number): Promise<T> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new AnswerLost(`WeChat did not answer within ${ms} ms`)), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
};
