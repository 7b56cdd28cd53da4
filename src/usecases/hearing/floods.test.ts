import { createFloods } from './floods';

const most = { person: 3, chat: 5 };
const said = (key: string, person = 'zhao', chat = 'c1') => ({ key, person, chat });

test('so many a minute are taken, the next is answered once, those behind it are not', () => {
  const floods = createFloods();
  const taken = ['1', '2', '3', '4', '5', '6'].map((key) => floods.take(said(key), most, 1_000));
  expect(taken).toEqual(['taken', 'taken', 'taken', 'first', 'over', 'over']);
});

test('a message that comes again was counted', () => {
  const floods = createFloods();
  const again = Array.from({ length: 20 }, () => floods.take(said('1'), most, 1_000));
  expect(new Set(again)).toEqual(new Set(['taken']));
  expect(floods.take(said('2'), most, 1_000)).toBe('taken');
});

test('after a quiet minute all is as before; who goes on is not answered again and again', () => {
  const floods = createFloods();
  for (const key of ['1', '2', '3', '4']) floods.take(said(key), most, 0);
  expect(floods.take(said('5'), most, 59_000)).toBe('over');
  expect(floods.take(said('6'), most, 60_000)).toBe('taken');
  for (const key of ['7', '8']) floods.take(said(key), most, 60_001);
  expect(floods.take(said('9'), most, 60_002)).toBe('over');
  expect(floods.take(said('10'), most, 180_000)).toBe('taken');
});

test('many who flood one chat are stopped together, and each may speak elsewhere', () => {
  const floods = createFloods();
  const one = ['a', 'b', 'c', 'd', 'e', 'f'].map((person) => floods.take(said(person, person), most, 0));
  expect(one).toEqual(['taken', 'taken', 'taken', 'taken', 'taken', 'first']);
  expect(floods.take(said('g', 'f', 'private'), most, 0)).toBe('taken');
});
