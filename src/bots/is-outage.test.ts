import { AnswerLost } from '../usecases/ports';
import { LanesFull } from './lane';
import { isOutage } from './is-outage';
import { PlatformOutage } from './platform-outage';

const named = (name: string, given: object = {}): Error => Object.assign(new Error('x'), { name }, given);

test.each([
  ['the database away', named('MongoServerSelectionError')],
  ['its connection lost', named('MongoNetworkError')],
  ['its connection never made', named('MongoNotConnectedError')],
  ['its pool cleared', named('MongoPoolClearedError')],
  ['a transaction broken off', named('MongoServerError', { errorLabels: ['TransientTransactionError'] })],
  ['a refused connection', named('Error', { code: 'ECONNREFUSED' })],
  ['a time-out', named('TimeoutError')],
  ['too much waiting', new LanesFull(3)],
  ['the platform away', new PlatformOutage('x')],
  ['an answer lost', new AnswerLost('x')],
  ['one of these behind another error', new Error('outer', { cause: named('MongoNetworkTimeoutError') })],
])('%s is an outage', (_what, error) => {
  expect(isOutage(error)).toBe(true);
});

test.each([
  ['a fault of ours', new TypeError('x is not a function')],
  ['a document the database refuses', named('MongoServerError', { code: 121 })],
  ['a wrong argument', named('MongoInvalidArgumentError')],
  ['nothing that is thrown', 'x'],
])('%s is none', (_what, error) => {
  expect(isOutage(error)).toBe(false);
});
