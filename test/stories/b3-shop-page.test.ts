import { toString as drawQr } from 'qrcode';
import { boardBrowser, linkIn } from '../support/board-browser';
import { givePoints } from '../support/give-points';
import { sandboxWorld } from '../support/story-sandbox';
import { countSeen, lastSeen } from '../support/story-world';

type World = Awaited<ReturnType<typeof sandboxWorld>>;

let world: World;
const browser = () => boardBrowser(world.app.address);
const says = async (who: string, pattern: RegExp): Promise<string> => lastSeen(await world.private(who), pattern).text;
const codeIn = (text: string): string => (/领取码 (\d{4} \d{4})/.exec(text)?.[1] ?? '').replace(' ', '');
const balanceOf = async (account: string): Promise<number> =>
  (await world.books()).accounts.find(({ id }) => id === account)?.balance ?? 0;

/** Orders a bag of rice in chat and gives back what the person was told. */
const order = async (who: string, what = '米'): Promise<string> => {
  await world.writes(who, { text: `兑 ${what}` });
  await world.writes(who, { text: '1' });
  return says(who, /给您留好了/);
};

/** The browser of a shop's keeper, opened by the link of the chat. */
const keeper = async (who: string) => {
  await world.writes(who, { text: '店铺' });
  const path = linkIn(await says(who, /店铺网页/));
  const own = browser();
  expect(await own.get(path)).toMatchObject({ status: 303, location: '/shop' });
  return own;
};

const take = (code: string): string => `/shop/take?code=${code}`;

describe('a code as a picture, and the page of a shop', () => {
  beforeAll(async () => {
    world = await sandboxWorld();
    await givePoints(world.app.mongoUri, { 'liu-jianguo': 200, 'chen-yun': 40 });
  });
  afterAll(() => world.stop());

  let code: string;
  let codePage: string;
  let usedKey: string;

  test('兑 米 gives an address at which the code stands large and as a QR code', async () => {
    const told = await order('liu-jianguo');
    code = codeIn(told);
    codePage = linkIn(told);
    const { status, text, headers } = await browser().get(codePage);
    expect(status).toBe(200);
    expect(headers.get('cache-control')).toBe('private, no-store');
    expect(text).toContain(`${code.slice(0, 4)} ${code.slice(4)}`);
    expect(text).toContain('邻里积分超市');
    const qr = await browser().get(`${codePage}/qr`);
    expect(qr.headers.get('content-type')).toBe('image/svg+xml');
    expect(qr.text).toBe(await drawQr(`${world.app.address}${take(code)}`, { type: 'svg', margin: 1 }));
  });

  test('我的 shows it again, to whom it belongs alone', async () => {
    await world.writes('liu-jianguo', { text: '我的' });
    const mine = await says('liu-jianguo', /您的事/);
    expect(mine).toMatch(/#\d+ 米｜/u);
    expect(mine).toContain(codePage);
    await world.writes('chen-yun', { text: '我的' });
    expect((await world.private('chen-yun')).at(-1)?.text).not.toContain('米');
  });

  test('who only found the picture learns nothing of it, and hands out nothing', async () => {
    const { status, text } = await browser().get(take(code));
    expect(status).toBe(403);
    expect(text).toContain('店铺');
    expect(text).not.toContain('米');
    const other = browser();
    await other.get('/sign-in');
    expect((await other.post('/shop/take', { code, key: '5f4f8ad6-3f1d-4f3e-9c53-7a1d1c0b8f11' })).status).toBe(403);
    expect(await balanceOf('given:rice')).toBe(0);
    for (const bad of ['/shop/x', '/shop/..%2Fx', '/code/x', '/code/x/qr'])
      expect((await browser().get(bad)).status).toBe(404);
  });

  test('whoever keeps no shop is given no page', async () => {
    await world.writes('liu-jianguo', { text: '店铺' });
    expect(await says('liu-jianguo', /店里的人/)).toContain('人工');
  });

  test('the keeper sees what the code is for, without any name, and hands it out with one press', async () => {
    const own = await keeper('zhou-man');
    const seen = await own.get(take(code));
    expect(seen.status).toBe(200);
    expect(seen.text).toContain('米');
    expect(seen.text).toContain('20分');
    for (const hidden of ['刘建国', 'liu-jianguo']) expect(seen.text).not.toContain(hidden);
    const key = /name="key" value="([^"]+)"/u.exec(seen.text)?.[1] ?? '';
    usedKey = key;
    const taken = await own.post('/shop/take', { code, key });
    expect(taken.status).toBe(200);
    expect(taken.text).toContain('请交给来人');
    await world.api.post('/settle');
    expect(countSeen(await world.private('liu-jianguo'), /领走了/)).toBe(1);
    expect(countSeen(await world.private('zhou-man'), /核销好了/)).toBe(1);
    expect(await balanceOf('given:rice')).toBe(1);
    // Sent twice, by an impatient thumb or a bad network: nothing more, and no refusal.
    expect((await own.post('/shop/take', { code, key })).text).toContain('请交给来人');
    expect(await balanceOf('given:rice')).toBe(1);
    expect((await browser().get(codePage)).text).toContain('领走了');
    expect((await browser().get(`${codePage}/qr`)).status).toBe(404);
  });

  test('used, mistyped, unknown, another shop’s: each says what to do', async () => {
    const own = await keeper('zhou-man');
    const used = await own.get(take(code));
    expect(used.status).toBe(409);
    expect(used.text).toContain('领过了');
    const mistyped = await own.get(take(`${(Number(code.charAt(0)) + 1) % 10}${code.slice(1)}`));
    expect(mistyped.status).toBe(422);
    expect(mistyped.text).toContain('打错了');
    expect((await own.get(take('1234'))).text).toContain('打错了');
    expect((await own.get(take('00000000'))).text).toContain('没有“00000000”这个码');
    expect((await own.get('/shop/take?code[$ne]=1')).text).toContain('八个数字');
    const oil = codeIn(await order('liu-jianguo', '油'));
    const canteen = await keeper('he-min');
    const elsewhere = await canteen.get(take(oil));
    expect(elsewhere.status).toBe(403);
    expect(elsewhere.text).toContain('邻里积分超市');
    expect(elsewhere.text).not.toContain('name="key"');
    await canteen.get('/shop');
    const forced = await canteen.post('/shop/take', { code: oil, key: 'b6cdd5a0-63f8-4b1f-a8cc-0f6a5b3d9e10' });
    expect(forced.status).toBe(403);
    expect(await balanceOf('given:oil')).toBe(0);
    // The key of a form that handed out something else counts for nothing here: it is done, and not only said to be.
    await own.get(take(oil));
    expect((await own.post('/shop/take', { code: oil, key: usedKey })).text).toContain('请交给来人');
    expect(await balanceOf('given:oil')).toBe(1);
  });

  test('two shops at once with one code: one hands it out, the other is told', async () => {
    const contested = codeIn(await order('chen-yun'));
    const shops = await Promise.all([keeper('zhou-man'), keeper('he-min')]);
    const forms = await Promise.all(shops.map((shop) => shop.get(take(contested))));
    const replies = await Promise.all(
      shops.map((shop, index) =>
        shop.post('/shop/take', {
          code: contested,
          key: /name="key" value="([^"]+)"/u.exec(forms[index]?.text ?? '')?.[1] ?? '',
        }),
      ),
    );
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(replies.find(({ status }) => status === 409)?.text).toContain('领过了');
    expect(await balanceOf('given:rice')).toBe(2);
  });

  test('the page settles the month, as the message does', async () => {
    const own = await keeper('zhou-man');
    const { text } = await own.get('/shop');
    expect(text).toContain('2026-11');
    expect(text).toMatch(/<th scope="row">米<\/th>\s*<td>\d+<\/td>/u);
    expect(text).not.toContain('老年食堂');
    expect((await own.get('/shop?month=last')).text).toContain('2026-10');
    expect((await own.get('/shop')).headers.get('cache-control')).toBe('private, no-store');
  });

  test('a form from elsewhere, an expired code, a link that was replaced: nothing happens', async () => {
    const late = codeIn(await order('chen-yun'));
    const own = await keeper('zhou-man');
    expect((await own.post('/shop/take', { code: late, key: 'x', _csrf: 'forged' })).status).toBe(409);
    await world.advance(8 * 24 * 60);
    expect((await own.get(take(late))).text).toContain('过期了');
    await keeper('zhou-man');
    expect((await own.get('/shop')).status).toBe(403);
  });
});
