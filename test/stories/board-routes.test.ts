import { boardBrowser, type BoardBrowser } from '../support/board-browser';
import { boardWorld, type BoardWorld } from '../support/board-world';
import { everyPageRoute } from '../support/every-page-route';

/**
 * Every route of the pages here, and what it answers to whom. `in`: what was asked for; `login`: led to sign in (a form
 * is told so); `closed`: not for this role; `gone`: there is no such thing as far as they learn.
 */
type Answer = 'in' | 'login' | 'closed' | 'gone';

const visitors = {
  nobody: null,
  resident: 'pan-bo',
  rider: 'zhao-fei',
  shop: 'zhou-man',
  'grid worker': 'wang-fang',
  'grid leader': 'he-ping',
  'worker of another grid': 'liu-yang',
  'property firm': 'ding-wei',
  staff: 'chen-xiao',
  director: 'lin-jing',
  inspector: 'fang-zheng',
} as const;
type Visitor = keyof typeof visitors;
type Row = Readonly<Record<Visitor, Answer>>;

const anyone: Row = {
  nobody: 'in',
  resident: 'in',
  rider: 'in',
  shop: 'in',
  'grid worker': 'in',
  'grid leader': 'in',
  'worker of another grid': 'in',
  'property firm': 'in',
  staff: 'in',
  director: 'in',
  inspector: 'in',
};
const outsiders = { nobody: 'login', resident: 'closed', rider: 'closed', shop: 'closed' } as const;
const workers: Row = { ...anyone, ...outsiders };
/** #101 lies in the second grid; the property firm has nothing to do with it. */
const ofTicket: Row = { ...workers, 'worker of another grid': 'gone', 'property firm': 'gone' };
/** The property firm has no office, and no figures. */
const ofFigures: Row = { ...workers, 'property firm': 'closed' };
const ofDirectors: Row = {
  ...workers,
  'grid worker': 'closed',
  'grid leader': 'closed',
  'worker of another grid': 'closed',
  'property firm': 'closed',
  staff: 'closed',
  inspector: 'closed',
};
const goneForDirectors: Row = { ...ofDirectors, director: 'gone' };
/** Behind a form that holds nothing: whoever may send it is told that it was not understood. */
const noSuch: Row = { ...workers, ...gone() };

function gone(): Omit<Row, keyof typeof outsiders> {
  return {
    'grid worker': 'gone',
    'grid leader': 'gone',
    'worker of another grid': 'gone',
    'property firm': 'gone',
    staff: 'gone',
    director: 'gone',
    inspector: 'gone',
  };
}

const everybodyGone: Row = { ...gone(), nobody: 'gone', resident: 'gone', rider: 'gone', shop: 'gone' };

/** Those who may call for volunteers. */
const ofCallers: Row = { ...workers, 'property firm': 'closed', inspector: 'closed' };
const noCall: Row = { ...noSuch, 'property firm': 'closed', inspector: 'closed' };

/** Others' books are the staff's and the directors'. */
const ofBooks: Row = { ...ofDirectors, staff: 'in' };
const noBooks: Row = { ...ofDirectors, staff: 'gone', director: 'gone' };

/** For a shop’s keeper, in the browser in which the link of the chat was opened; a session of the board opens nothing. */
const withLink: Row = {
  nobody: 'closed',
  resident: 'closed',
  rider: 'closed',
  shop: 'closed',
  'grid worker': 'closed',
  'grid leader': 'closed',
  'worker of another grid': 'closed',
  'property firm': 'closed',
  staff: 'closed',
  director: 'closed',
  inspector: 'closed',
};

interface Tried {
  readonly route: string;
  readonly at: string;
  readonly answers: Row;
}

const table: readonly Tried[] = [
  { route: 'GET /sign-in', at: '/sign-in', answers: anyone },
  { route: 'GET /in/:token', at: '/in/unknown', answers: everybodyGone },
  { route: 'POST /in/:token', at: '/in/unknown', answers: everybodyGone },
  { route: 'POST /sign-in/computer', at: '/sign-in/computer', answers: anyone },
  { route: 'GET /sign-in/computer', at: '/sign-in/computer', answers: anyone },
  { route: 'GET /sign-in/computer/qr', at: '/sign-in/computer/qr', answers: anyone },
  { route: 'POST /language', at: '/language', answers: anyone },
  { route: 'GET /board', at: '/board', answers: workers },
  { route: 'GET /board/today', at: '/board/today', answers: workers },
  { route: 'GET /board/live', at: '/board/live', answers: workers },
  { route: 'GET /board/tickets/:number', at: '/board/tickets/101', answers: ofTicket },
  { route: 'GET /board/tickets/:number/photos/:photo', at: 'the photo of #101', answers: ofTicket },
  { route: 'GET /board/tickets/:number/voices/:voice', at: '/board/tickets/101/voices/none', answers: noSuch },
  { route: 'POST /board/tickets/:number/act', at: '/board/tickets/101/act', answers: noSuch },
  { route: 'POST /board/tickets/:number/numbers', at: '/board/tickets/101/numbers', answers: noSuch },
  { route: 'GET /board/tickets', at: '/board/tickets', answers: workers },
  { route: 'GET /board/tickets.xlsx', at: '/board/tickets.xlsx', answers: workers },
  { route: 'GET /board/figures', at: '/board/figures', answers: ofFigures },
  { route: 'GET /board/figures/months.svg', at: '/board/figures/months.svg', answers: ofFigures },
  { route: 'GET /board/operations', at: '/board/operations', answers: ofDirectors },
  { route: 'POST /board/operations/send-again', at: '/board/operations/send-again', answers: goneForDirectors },
  { route: 'GET /board/operations/queues', at: '/board/operations/queues', answers: ofDirectors },
  { route: 'POST /board/operations/queues/act', at: '/board/operations/queues/act', answers: goneForDirectors },
  { route: 'GET /board/looks', at: '/board/looks', answers: ofDirectors },
  { route: 'GET /board/erasures', at: '/board/erasures', answers: ofDirectors },
  { route: 'POST /board/views', at: '/board/views', answers: workers },
  { route: 'POST /board/views/remove', at: '/board/views/remove', answers: workers },
  { route: 'GET /board/map', at: '/board/map', answers: workers },
  { route: 'GET /board/setup', at: '/board/setup', answers: ofDirectors },
  { route: 'GET /board/setup/pack.yaml', at: '/board/setup/pack.yaml', answers: ofDirectors },
  { route: 'GET /board/setup/:part', at: '/board/setup/duty', answers: ofDirectors },
  { route: 'GET /board/setup/:part/:entry', at: '/board/setup/duty/0', answers: ofDirectors },
  { route: 'POST /board/setup/:part/:entry', at: '/board/setup/duty/0', answers: goneForDirectors },
  { route: 'GET /board/setup/versions/:version', at: '/board/setup/versions/1', answers: ofDirectors },
  { route: 'POST /board/setup/versions/:version', at: '/board/setup/versions/1', answers: goneForDirectors },
  {
    route: 'GET /board/setup/versions/:version/pack.yaml',
    at: '/board/setup/versions/1/pack.yaml',
    answers: ofDirectors,
  },
  { route: 'GET /board/activities', at: '/board/activities', answers: ofCallers },
  { route: 'GET /board/activities/:number', at: '/board/activities/99999', answers: noCall },
  { route: 'POST /board/activities/:number/act', at: '/board/activities/99999/act', answers: noCall },
  { route: 'GET /board/points', at: '/board/points', answers: ofBooks },
  { route: 'POST /board/points/publish', at: '/board/points/publish', answers: noBooks },
  { route: 'GET /board/ledger', at: '/board/ledger', answers: ofBooks },
  { route: 'GET /board/ledger/person/:id', at: '/board/ledger/person/pan-bo', answers: ofBooks },
  { route: 'GET /board/ledger/household/:id', at: '/board/ledger/household/unknown', answers: noBooks },
  { route: 'GET /board/redemptions', at: '/board/redemptions', answers: ofBooks },
  { route: 'POST /board/redemptions/:number/cancel', at: '/board/redemptions/101/cancel', answers: noBooks },
  { route: 'GET /code/:token', at: '/code/unknown', answers: everybodyGone },
  { route: 'GET /code/:token/qr', at: '/code/unknown/qr', answers: everybodyGone },
  { route: 'GET /shop/:token', at: '/shop/unknown', answers: everybodyGone },
  { route: 'GET /shop', at: '/shop', answers: withLink },
  { route: 'GET /shop/take', at: '/shop/take?code=12345670', answers: withLink },
  { route: 'POST /shop/take', at: '/shop/take', answers: withLink },
  { route: 'GET /p/:community', at: '/p/demo', answers: anyone },
  { route: 'GET /p/:community/notice', at: '/p/demo/notice', answers: anyone },
  { route: 'GET /p/:community/account', at: '/p/demo/account', answers: anyone },
  { route: 'GET /p/:community/qr.png', at: '/p/demo/qr.png', answers: anyone },
  { route: 'GET /p/:community/matters/:number', at: '/p/demo/matters/101', answers: anyone },
  { route: 'GET /p/:community/matters/:number/qr.png', at: '/p/demo/matters/101/qr.png', answers: anyone },
  // Nobody has looked at it yet.
  { route: 'GET /p/:community/photos/:photo', at: 'the public photo of #101', answers: everybodyGone },
  { route: 'GET /my/:token', at: '/my/unknown', answers: everybodyGone },
  { route: 'GET /my/:token/data.json', at: '/my/unknown/data.json', answers: everybodyGone },
  { route: 'GET /my/:token/tickets/:number', at: '/my/unknown/tickets/101', answers: everybodyGone },
  { route: 'POST /my/:token/follow', at: '/my/unknown/follow', answers: everybodyGone },
  { route: 'POST /my/:token/erase', at: '/my/unknown/erase', answers: everybodyGone },
  { route: 'GET /board/photos', at: '/board/photos', answers: workers },
  { route: 'GET /board/photos/:photo', at: 'the photo of #101 to look at', answers: ofTicket },
  { route: 'POST /board/photos/:photo', at: '/board/photos/unknown', answers: noSuch },
  { route: 'GET /statement/:token', at: '/statement/unknown', answers: everybodyGone },
  // Last: it ends the session.
  { route: 'POST /sign-out', at: '/sign-out', answers: anyone },
];

let world: BoardWorld;
let photo = '';
const browsers = new Map<Visitor, BoardBrowser>();
beforeAll(async () => {
  world = await boardWorld();
  await world.posts('zhao-fei', 'riders', { text: '6号楼门口又停满了，电动车出不去', photo: 'cars' });
  for (const [visitor, person] of Object.entries(visitors))
    browsers.set(visitor as Visitor, person === null ? boardBrowser(world.app.address) : await world.force(person));
  const page = await browsers.get('director')?.get('/board/tickets/101');
  photo = /\/board\/tickets\/101\/photos\/[^"]+/u.exec(page?.text ?? '')?.[0] ?? '';
});
afterAll(() => world.stop());

test('every route is in the table', () => {
  expect(table.map(({ route }) => route).sort()).toEqual(everyPageRoute());
});

const photoAt = (at: string): string => {
  const id = photo.split('/').at(-1) ?? '';
  if (at.startsWith('the public')) return `/p/demo/photos/${id}`;
  return at.endsWith('to look at') ? `/board/photos/${id}` : photo;
};

const read = async (browser: BoardBrowser, route: string, at: string): Promise<Answer> => {
  const path = at.startsWith('/') ? at : photoAt(at);
  if (route === 'GET /board/live') return readLive(browser);
  if (route.startsWith('POST')) await browser.get('/sign-in');
  const reply = await (route.startsWith('POST') ? browser.post(path) : browser.get(path));
  if (reply.status === 401 || reply.location?.startsWith('/sign-in?to=')) return 'login';
  if (reply.status === 403) return 'closed';
  if (reply.status === 404) return 'gone';
  expect([200, 303, 422]).toContain(reply.status);
  return 'in';
};

/** A stream that goes on: only how it begins is looked at. */
const readLive = async ({ cookies }: BoardBrowser): Promise<Answer> => {
  const leaving = new AbortController();
  const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const options = { headers: { cookie }, redirect: 'manual', signal: leaving.signal } as const;
  const { status } = await fetch(`${world.app.address}/board/live`, options);
  leaving.abort();
  if (status === 403) return 'closed';
  return status === 200 ? 'in' : 'login';
};

test.each(table.map((row) => [row.route, row] as const))('%s', async (_name, { route, at, answers }) => {
  const got: Partial<Record<Visitor, Answer>> = {};
  for (const [visitor, browser] of browsers) got[visitor] = await read(browser, route, at);
  expect(got).toEqual(answers);
});
