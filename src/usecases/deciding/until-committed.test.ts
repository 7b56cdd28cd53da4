import { untilCommitted } from './until-committed';

const answering = (conflicts: number) => {
  let asked = 0;
  return { tries: () => asked, attempt: () => Promise.resolve(asked++ < conflicts ? null : 'done') };
};

test('what is committed at once is asked once', async () => {
  const { tries, attempt } = answering(0);
  await expect(untilCommitted('ticket-1', attempt)).resolves.toBe('done');
  expect(tries()).toBe(1);
});

test('eleven conflicts are borne at once, twelve when there was no time for more are a bug', async () => {
  await expect(untilCommitted('ticket-1', answering(11).attempt, 0)).resolves.toBe('done');
  const { tries, attempt } = answering(12);
  await expect(untilCommitted('ticket-1', attempt, 0)).rejects.toThrow('ticket-1: 12 conflicts in a row');
  expect(tries()).toBe(12);
});

test('on a busy machine many more are borne, for a while', async () => {
  await expect(untilCommitted('ticket-1', answering(20).attempt)).resolves.toBe('done');
});

test('what fails is not tried again', async () => {
  const attempt = jest.fn(() => Promise.reject(new Error('away')));
  await expect(untilCommitted('ticket-1', attempt)).rejects.toThrow('away');
  expect(attempt).toHaveBeenCalledTimes(1);
});
