import { aCommunity, aPerson } from '../../../test/support/a-community';
import type { Say } from '../decision';
import { careNextDue, visitDue } from './care-clock';
import type { CareCommand } from './care-command';
import type { CareEvent } from './care-event';
import type { CareFile } from './care-file';
import { CarePolicy } from './care-policy';
import { decideCare } from './decide-care';
import { foldCareFile } from './fold-care-file';
import { openCareFile } from './open-care-file';
import { readRegistration } from './read-registration';
import { tickCare } from './tick-care';

const care = CarePolicy.parse({
  colours: [
    { id: 'red', zh: '红色', en: 'red', visitDays: 7 },
    { id: 'green', zh: '绿色', en: 'green', visitDays: 30 },
  ],
});
const community = aCommunity({ care });
const wang = aPerson('wang', ['grid-worker@grid-2']);
const li = aPerson('li', ['grid-worker@grid-2']);
const chen = aPerson('chen', ['staff@home']);
// Friday 2026-11-20, 10:00 in Shanghai.
const now = '2026-11-20T02:00:00.000Z';

const heardBy = (says: readonly Say[]): readonly string[] =>
  says.map((say) => `${'person' in say.to ? say.to.person : 'chat'} ${say.card === undefined ? say.wording : 'card'}`);

const details = { name: 'n', born: null, home: 'h', family: 'f', looks: null };
const aFile = (given: Partial<CareFile> = {}): CareFile => {
  const { file } = openCareFile(
    { id: 'care-7', number: 107, by: wang, details, colour: 'red', contact: 'wang', area: 'grid-2' },
    { now, community },
  );
  if (!file) throw new Error('no file');
  return { ...file, ...given };
};
const told = (file: CareFile, command: CareCommand, at = now) => {
  const result = decideCare(file, command, { now: at, community });
  if (!result.ok) return { refusal: result.refusal, file, heard: [] };
  return { refusal: null, file: foldCareFile(file, result.value.events) ?? file, heard: heardBy(result.value.says) };
};
const ticked = (file: CareFile) => {
  const at = careNextDue(file, community) ?? '';
  const { events, says } = tickCare(file, { now: at, community });
  return { at, file: foldCareFile(file, events) ?? file, heard: heardBy(says) };
};

test('the colour sets the day: the reminder two days before, the missed visit at the end of work, to the contact and to staff once', () => {
  const reminded = ticked(aFile());
  // Wednesday 2026-11-25 at 9:00, and Friday 27th at 17:00.
  expect(reminded.heard).toEqual(['wang care.remind']);
  expect(reminded.at.slice(0, 10)).toBe('2026-11-25');
  const missed = ticked(reminded.file);
  expect(missed.at).toBe(visitDue(aFile(), community));
  expect(missed.heard).toEqual(['wang care.missed', 'chen care.missed']);
  expect(careNextDue(missed.file, community)).toBeNull();
});

test('a visit begins a new round; one that met nobody does not, and is tried again on the next working day', () => {
  const nobody = told(aFile(), { kind: 'visit', by: wang, met: false, words: null });
  expect(visitDue(nobody.file, community)).toBe(visitDue(aFile(), community));
  const retried = ticked(nobody.file);
  expect([retried.heard, retried.at.slice(0, 10)]).toEqual([['wang care.remind'], '2026-11-23']);
  const met = told(retried.file, { kind: 'visit', by: wang, met: true, words: null }, '2026-11-24T02:00:00.000Z');
  expect(visitDue(met.file, community).slice(0, 10)).toBe('2026-12-01');
  expect(met.file).toMatchObject({ missedAt: [], notices: [], seenAt: '2026-11-24T02:00:00.000Z' });
});

test('another colour moves the next visit at once and needs a reason', () => {
  const recolour = (colour: string | null, words: string | null) =>
    told(aFile(), { kind: 'recolour', by: chen, colour, words });
  expect(recolour('green', null).refusal).toEqual({
    kind: 'needs-reason',
    verb: { kind: 'recolour', colour: 'green' },
  });
  expect(recolour('red', 'w').refusal).toEqual({ kind: 'same-colour' });
  expect(recolour('purple', 'w').refusal).toEqual({ kind: 'which-colour' });
  const green = recolour('green', 'w');
  expect(visitDue(green.file, community).slice(0, 10)).toBe('2026-12-21');
  expect(green.heard).toEqual(['chen care.recoloured', 'wang care.recoloured']);
});

test('only the contact and staff see a file; staff say why; each look is an event with who, as whom and why', () => {
  const look = (by = wang, words: string | null = null) =>
    decideCare(aFile(), { kind: 'look', by, what: 'family', words }, { now, community });
  expect(look(li)).toEqual({ ok: false, refusal: { kind: 'not-found' } });
  expect(look(aPerson('far', ['staff@grid-1']), 'w')).toEqual({ ok: false, refusal: { kind: 'not-found' } });
  expect(look(chen)).toMatchObject({ refusal: { kind: 'needs-reason' } });
  const looked = look(chen, 'why');
  const event: CareEvent = {
    ...{ kind: 'looked', at: now, by: 'chen', what: 'family', as: 'staff', words: 'why', ticket: null },
  };
  expect(looked.ok && looked.value.events).toEqual([event]);
  expect(look(wang)).toMatchObject({ ok: true, value: { events: [{ as: 'contact', words: null }] } });
});

test('after an outage one notice is said for all that came due', () => {
  const { events, says } = tickCare(aFile(), { now: '2026-12-10T02:00:00.000Z', community });
  expect(heardBy(says)).toEqual(['wang care.missed', 'chen care.missed']);
  expect(events[0]).toMatchObject({ kind: 'skipped', steps: ['remind'] });
});

describe('what is said of somebody, taken apart', () => {
  const read = (text: string, named = true) => readRegistration(text, { year: 2026, community, named });
  const nothing = {
    ...{ name: null, born: null, colour: null, home: null, building: null },
    ...{ family: null, contact: null, looks: null },
  };

  test('in any order behind the name', () => {
    expect(
      read('王秀英 女儿王小姐13800001234，红，６号楼2单元301，八十多岁走路慢，82岁，联系人：李强，花白短发'),
    ).toEqual({
      ...{ name: '王秀英', born: '1944年生', colour: care.colours[0], home: '6号楼2单元301', building: 'b6u2' },
      ...{ family: '女儿王小姐13800001234', contact: '李强', looks: '八十多岁走路慢，花白短发' },
    });
  });

  test.each([
    ['', nothing],
    ['红色', { ...nothing, name: '红色' }],
    ['李大山 1950年出生 绿', { ...nothing, name: '李大山', born: '1950年生', colour: care.colours[1] }],
    ['王秀英 021-56781234', { ...nothing, name: '王秀英', family: '021-56781234' }],
    ['张三 1号楼101', { ...nothing, name: '张三', home: '1号楼101', building: 'b1' }],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  test('of somebody whose name is known, the first word is no name', () => {
    expect(read('戴眼镜 儿子 13900005678', false)).toEqual({ ...nothing, looks: '戴眼镜', family: '儿子 13900005678' });
  });
});
