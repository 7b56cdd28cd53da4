import { setTimeout as sleep } from 'node:timers/promises';
import { createLanes, LanesFull } from './lane';

const gate = (): { opened: Promise<void>; open: () => void } => {
  let open = (): void => undefined;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open };
};

test('jobs of one lane run in order, one at a time, however long each takes', async () => {
  const lanes = createLanes();
  const seen: string[] = [];
  await Promise.all(
    [30, 1, 10].map((ms, index) =>
      lanes.run('riders', async () => {
        seen.push(`begin ${index}`);
        await sleep(ms);
        seen.push(`end ${index}`);
      }),
    ),
  );
  expect(seen).toEqual(['begin 0', 'end 0', 'begin 1', 'end 1', 'begin 2', 'end 2']);
});

test('lanes run side by side', async () => {
  const lanes = createLanes();
  const { opened, open } = gate();
  const stuck = lanes.run('riders', () => opened);
  await expect(lanes.run('residents', () => Promise.resolve('heard'))).resolves.toBe('heard');
  open();
  await stuck;
});

test('no more lanes run at once than allowed, and the one that waited longest comes first', async () => {
  const lanes = createLanes({ atOnce: 2 });
  let running = 0;
  let most = 0;
  const order: string[] = [];
  await Promise.all(
    ['a', 'b', 'c', 'd', 'e'].map((lane) =>
      lanes.run(lane, async () => {
        running += 1;
        most = Math.max(most, running);
        order.push(lane);
        await sleep(5);
        running -= 1;
      }),
    ),
  );
  expect(most).toBe(2);
  expect(order).toEqual(['a', 'b', 'c', 'd', 'e']);
});

test('a flood in one chat starves no other', async () => {
  const lanes = createLanes({ atOnce: 1 });
  const order: string[] = [];
  const job = (name: string) => () => {
    order.push(name);
    return Promise.resolve();
  };
  await Promise.all([
    lanes.run('flood', job('flood 1')),
    lanes.run('flood', job('flood 2')),
    lanes.run('flood', job('flood 3')),
    lanes.run('quiet', job('quiet')),
  ]);
  expect(order).toEqual(['flood 1', 'quiet', 'flood 2', 'flood 3']);
});

test('a job that fails rejects for its caller only, and its lane goes on', async () => {
  const lanes = createLanes();
  const failed = lanes.run('riders', () => Promise.reject(new Error('the database is away')));
  const thrown = lanes.run('riders', () => {
    throw new Error('a bug');
  });
  const next = lanes.run('riders', () => Promise.resolve('heard'));
  await expect(failed).rejects.toThrow('the database is away');
  await expect(thrown).rejects.toThrow('a bug');
  await expect(next).resolves.toBe('heard');
});

test('when too much waits the next is refused, and what waits is still done', async () => {
  const lanes = createLanes({ maxWaiting: 1 });
  const { opened, open } = gate();
  const running = lanes.run('riders', () => opened);
  const waiting = lanes.run('riders', () => Promise.resolve('heard'));
  await expect(lanes.run('residents', () => Promise.resolve('too much'))).rejects.toBeInstanceOf(LanesFull);
  open();
  await running;
  await expect(waiting).resolves.toBe('heard');
});

test('idle waits for what runs and for what waits', async () => {
  const lanes = createLanes();
  await lanes.idle();
  let done = 0;
  const job = async (): Promise<void> => {
    await sleep(5);
    done += 1;
  };
  const jobs = [lanes.run('riders', job), lanes.run('riders', job), lanes.run('residents', job)];
  expect(lanes.busy()).toBe(3);
  await lanes.idle();
  expect(done).toBe(3);
  expect(lanes.busy()).toBe(0);
  await Promise.all(jobs);
});
