import { openStore } from '../../../test/support/open-store';

test('an incident is opened once a subject and counted; closed, it begins anew', async () => {
  const opened = await openStore();
  const { incidents } = opened.store;
  await incidents.open('chat c1', '$where the bot was removed', 'Add it again.');
  const [first] = await incidents.list();
  await incidents.open('chat c1', 'The bot was blocked.', 'Ask the person to unblock it.');
  await incidents.open('telegram', 'The token is refused.', 'Set TELEGRAM_BOT_TOKEN.');
  expect(first).toMatchObject({ subject: 'chat c1', what: '$where the bot was removed', times: 1 });
  expect(await incidents.list()).toEqual([
    {
      subject: 'chat c1',
      what: 'The bot was blocked.',
      mend: 'Ask the person to unblock it.',
      since: first?.since,
      times: 2,
    },
    expect.objectContaining({ subject: 'telegram', times: 1 }),
  ]);
  await incidents.close('chat c1');
  await incidents.close('never opened');
  expect((await incidents.list()).map(({ subject }) => subject)).toEqual(['telegram']);
  await incidents.open('chat c1', 'Again.', 'Look.');
  expect(await incidents.list()).toContainEqual(expect.objectContaining({ subject: 'chat c1', times: 1 }));
  await opened.close();
});
