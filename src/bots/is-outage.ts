import { AnswerLost } from '../usecases/ports';
import { LanesFull } from './lane';
import { PlatformOutage } from './platform-outage';

const networkCodes = /^(?:ECONN\w+|ETIMEDOUT|EPIPE|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|ERR_SOCKET\w*)$/;

/** The database's own names for "not now": by name, for the edges don't know its driver. */
const databaseNames =
  /^Mongo(?:ose)?\w*(?:Network|ServerSelection|NotConnected|Topology|Pool|WaitQueue|ExpiredSession|ServerClosed|Timeout|Runtime)/;

const databaseLabels = ['TransientTransactionError', 'RetryableWriteError', 'UnknownTransactionCommitResult'];

const hasLabel = (error: object): boolean => {
  const labels = 'errorLabels' in error && Array.isArray(error.errorLabels) ? error.errorLabels : [];
  return databaseLabels.some((label) => labels.includes(label));
};

/** Something this update leans on is away: it will go well later. Anything else is a fault in it or in us. */
export const isOutage = (error: unknown): boolean => {
  if (!(error instanceof Error)) return false;
  if (error instanceof PlatformOutage || error instanceof AnswerLost || error instanceof LanesFull) return true;
  if (['AbortError', 'TimeoutError'].includes(error.name)) return true;
  if (databaseNames.test(error.name) || hasLabel(error)) return true;
  if ('code' in error && typeof error.code === 'string' && networkCodes.test(error.code)) return true;
  return isOutage(error.cause);
};
