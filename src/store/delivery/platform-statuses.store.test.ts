import { openStore } from '../../../test/support/open-store';

test('a platform account has one status; its moment is that of the last change of state', async () => {
  const opened = await openStore();
  const { platformStatuses } = opened.store;
  const account = { platform: 'wechat', account: 'main' } as const;
  await platformStatuses.put({ ...account, state: 'scan', qr: '$https://login.weixin.qq.com/l/1', as: null });
  const [first] = await platformStatuses.list();
  await platformStatuses.put({ ...account, state: 'scan', qr: 'https://login.weixin.qq.com/l/2', as: null });
  const [second] = await platformStatuses.list();
  await platformStatuses.put({ ...account, state: 'on', qr: null, as: '邻里' });
  const [third] = await platformStatuses.list();
  expect(first).toMatchObject({ ...account, state: 'scan', qr: '$https://login.weixin.qq.com/l/1' });
  expect(second).toMatchObject({ qr: 'https://login.weixin.qq.com/l/2', since: first?.since });
  expect(third).toMatchObject({ ...account, state: 'on', qr: null, as: '邻里' });
  expect(third?.since.getTime()).toBeGreaterThanOrEqual(first?.since.getTime() ?? Infinity);
  expect(third?.since).not.toEqual(first?.since);
  expect(await platformStatuses.list()).toHaveLength(1);
  await opened.close();
});
