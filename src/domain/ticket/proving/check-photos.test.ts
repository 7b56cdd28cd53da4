import {
  aContext,
  claimed,
  clock,
  heardBy,
  he,
  li,
  resolved,
  told,
  wang,
  zhao,
  type Life,
} from '../../../../test/support/a-ticket';
import { foldTicket } from '../apply-ticket-event';
import type { Ticket } from '../ticket';
import { checkPhotos } from './check-photos';
import { faultOf, type ProofPhoto } from './photo-fault';

const photo = (id: string, given: Partial<ProofPhoto> = {}): ProofPhoto => ({
  id,
  state: 'kept',
  hash: null,
  digest: id,
  place: null,
  taken: null,
  ...given,
});
const hash = (bits: number): string => (2n ** BigInt(bits) - 1n).toString(16).padStart(16, '0');
const gate = { lat: 31.4, lng: 121.45 };
const north = (metres: number) => ({ ...gate, lat: gate.lat + metres / 111_195 });
const when = { reportedAt: clock('10:00'), timeZone: 'Asia/Shanghai' };

describe('what a photo of the finished work may be', () => {
  test('not the report’s own picture, compressed anew or as it was; one that looks alike is the same spot', () => {
    const before = photo('p1', { hash: hash(0) });
    expect(faultOf(photo('p9', { hash: hash(3) }), [before], when)).toBe('same-picture');
    expect(faultOf(photo('p9', { hash: hash(4) }), [before], when)).toBeNull();
    expect(faultOf(photo('p9', { digest: 'p1' }), [photo('p1')], when)).toBe('same-picture');
  });

  test('not taken before the report, by the clock of the camera', () => {
    const at = (local: string, offset: string | null = null) => photo('p9', { taken: { local, offset } });
    expect(faultOf(at('2026-11-20T09:59:59'), [], when)).toBe('older');
    expect(faultOf(at('2026-11-20T10:00:00'), [], when)).toBeNull();
    expect(faultOf(at('2026-11-20T10:30:00', '+09:00'), [], when)).toBe('older');
  });

  test('within 150 metres of a photo of the report, where both carry a place', () => {
    const before = [photo('p1', { place: gate }), photo('p2')];
    expect(faultOf(photo('p9', { place: north(149) }), before, when)).toBeNull();
    expect(faultOf(photo('p9', { place: north(151) }), before, when)).toBe('elsewhere');
    expect(faultOf(photo('p9', { place: north(151) }), [photo('p2')], when)).toBeNull();
    expect(faultOf(photo('p9'), before, when)).toBeNull();
  });
});

const at = clock('11:01');
const check = (ticket: Ticket, photos: readonly ProofPhoto[]) => checkPhotos(ticket, photos, aContext(at));
const same = [photo('p1', { digest: 'x' }), photo('p9', { digest: 'x' })];

test('passed: it is noted, and nobody is told', () => {
  const passed = check(resolved().ticket, [photo('p1'), photo('p9')]);
  expect([passed?.events, passed?.says]).toEqual([[{ kind: 'photo-checked', at, fault: null, to: [] }], []]);
});

test('failed: who did it is asked; the closing stands, and it is looked at once', () => {
  const { ticket } = resolved();
  const failed = check(ticket, same);
  expect(failed?.says).toEqual([
    expect.objectContaining({
      to: { person: 'wang' },
      wording: 'ticket.photo-ask',
      question: true,
      choices: ['another-photo', 'no-photo'],
    }),
  ]);
  const after = foldTicket(ticket, failed?.events ?? []);
  expect([after?.phase, after?.photoCheck]).toEqual(['resolved', 'failed']);
  expect(after && check(after, same)).toBeNull();
});

test('not before every photo is there, not without one, not of a danger, and not after the call-back', () => {
  const { ticket } = resolved();
  expect(check(ticket, [photo('p1', { state: 'wanted' }), photo('p9')])).toBeNull();
  expect(check(ticket, [photo('p1'), photo('p9', { state: 'refused' })])).toBeNull();
  expect(check(ticket, [photo('p1', { state: 'given-up' }), photo('p9')])?.events).toHaveLength(1);
  expect(check({ ...ticket, class: 'critical' }, same)).toBeNull();
  expect(check({ ...ticket, phase: 'archived' }, same)).toBeNull();
  const inWords = told(claimed(), { kind: 'resolve', by: wang, words: 'w9', photos: [] }, aContext(clock('11:00')));
  expect(check(inWords.ticket, same)).toBeNull();
});

test('one good photo among several is enough', () => {
  const two = told(
    claimed(),
    { kind: 'resolve', by: wang, words: null, photos: ['p8', 'p9'] },
    aContext(clock('11:00')),
  );
  expect(check(two.ticket, [...same, photo('p8')])?.events[0]).toMatchObject({ fault: null });
});

describe('the answer', () => {
  const asked = (life: Life = resolved()): Life => {
    const events = check(life.ticket, same)?.events ?? [];
    return { ...life, ticket: foldTicket(life.ticket, events) ?? life.ticket };
  };
  const prove = (life: Life, by = wang, words: string | null = null, photos: readonly string[] = []) =>
    told(life, { kind: 'prove', by, words, photos }, aContext(clock('11:05')));

  test('another photo is looked at anew; a reason stands', () => {
    const more = prove(asked(), wang, null, ['p10']);
    expect([more.ticket.photoCheck, more.ticket.resolution?.photos]).toEqual([null, ['p9', 'p10']]);
    expect(check(more.ticket, [...same, photo('p10')])?.events[0]).toMatchObject({ fault: null });
    const reason = prove(asked(), he, 'w12');
    expect([reason.ticket.photoCheck, heardBy(reason.last.says)]).toEqual(['reason', ['he ticket.photo-noted']]);
  });

  test('from somebody else, of nothing that was asked, or empty, it is refused', () => {
    expect(prove(asked(), li, 'w12').refusal?.kind).toBe('role');
    expect(prove(resolved(), wang, 'w12').refusal?.kind).toBe('not-asked');
    expect(prove(asked()).refusal?.kind).toBe('needs-words');
    expect(prove(prove(asked(), wang, 'w12'), wang, 'w13').refusal?.kind).toBe('not-asked');
  });

  test('a reopening forgets it', () => {
    const again = told(asked(), { kind: 'answer', by: zhao, answer: 'not-solved' }, aContext(clock('14:00')));
    expect([again.ticket.cycle, again.ticket.photoCheck]).toEqual([2, null]);
  });
});
