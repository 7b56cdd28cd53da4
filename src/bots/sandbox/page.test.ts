import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { CareEvent } from '../../domain/care/care-event';
import { Deed } from '../../domain/deeds/deed';
import { FundEntry } from '../../domain/fund/fund-entry';
import { FundEvent } from '../../domain/fund/fund-event';
import { DeedEvent } from '../../domain/deeds/deed-event';
import { matterKinds } from '../../domain/decision';
import { CompanionEvent } from '../../domain/pairing/companion-event';
import { Topic } from '../../domain/council/topic';
import { TopicEvent } from '../../domain/council/topic-event';
import { Order } from '../../domain/rewards/order';
import { OrderEvent } from '../../domain/rewards/order-event';
import { Round, RoundEvent } from '../../domain/rounds/round';
import { TicketPhase } from '../../domain/ticket/ticket';
import { TicketEvent } from '../../domain/ticket/ticket-event';
import { Service } from '../../domain/timebank/service';
import { ServiceEvent } from '../../domain/timebank/service-event';
import { Activity } from '../../domain/volunteering/activity';
import { ActivityEvent } from '../../domain/volunteering/activity-event';

const folder = join(__dirname, 'page');
const textOf = (name: string): string => readFileSync(join(folder, name), 'utf8');
const all = (text: string, pattern: RegExp): string[] => [...text.matchAll(pattern)].map(([, found = '']) => found);
const scripts = readdirSync(folder).filter((name) => name.endsWith('.js'));

/** Keys of one language, with the names that are filled in. */
const words = (language: string): Map<string, string[]> =>
  new Map(
    [
      ...`${textOf(`words.${language}.js`)}${textOf(`words-of-matters.${language}.js`)}`.matchAll(
        /^ {2}'?([a-z0-9.-]+)'?:\s+(['"])(.*)\2,$/gimu,
      ),
    ].map(([, key = '', , text = '']) => [key, all(text, /\{(\w+)\}/g).sort()]),
  );

test('both languages of the page say the same things, with the same names filled in', () => {
  const [zh, en] = [words('zh'), words('en')];
  expect(zh.size).toBeGreaterThan(150);
  expect([...en.keys()].sort()).toEqual([...zh.keys()].sort());
  expect(Object.fromEntries(en)).toEqual(Object.fromEntries(zh));
});

test('everything the page asks for is said in its catalogue', () => {
  const known = words('zh');
  const asked = scripts.flatMap((name) => all(textOf(name), /\bt\('([^']+)'/g));
  expect(asked.length).toBeGreaterThan(50);
  expect(asked.filter((key) => !known.has(key))).toEqual([]);
});

/** The kinds of every event that can be. */
const kindsOf = (schema: unknown): readonly string[] => {
  if (schema instanceof z.ZodReadonly) return kindsOf(schema.unwrap());
  if (schema instanceof z.ZodUnion) return schema.options.flatMap(kindsOf);
  if (!(schema instanceof z.ZodObject)) return [];
  const { kind } = schema.shape;
  return kind instanceof z.ZodLiteral ? [String(kind.value)] : [];
};

test('whatever happens to a matter of whatever kind has its word on the page', () => {
  const known = words('zh');
  const kinds = [
    TicketEvent,
    TopicEvent,
    OrderEvent,
    ServiceEvent,
    ActivityEvent,
    CareEvent,
    DeedEvent,
    FundEvent,
    RoundEvent,
    CompanionEvent,
  ].flatMap(kindsOf);
  expect(kinds.length).toBeGreaterThan(100);
  expect([...new Set(kinds)].filter((kind) => !known.has(`event.${kind}`))).toEqual([]);
  const phases = [
    ...[...TicketPhase.options, ...Topic.unwrap().shape.phase.options, ...Order.unwrap().shape.phase.options],
    ...[...Service.unwrap().shape.phase.options, ...Activity.unwrap().shape.phase.options],
    ...Deed.unwrap().shape.phase.options,
    ...FundEntry.unwrap().shape.phase.options,
    ...Round.unwrap().shape.phase.options,
  ];
  expect(matterKinds.filter((kind) => !known.has(`what.${kind}`))).toEqual([]);
  expect(phases.filter((phase) => !known.has(`state.${phase}`))).toEqual([]);
});

test('every file that the page names is there', () => {
  const named = [
    ...all(textOf('index.html'), /"\/sandbox\/page\/([^"]+)"/g),
    ...scripts.flatMap((name) => all(textOf(name), /from '\.\/([^']+)'/g)),
    ...all(textOf('composer.js'), /const samples = \[([^\]]+)\]/g).flatMap((list) =>
      all(list, /'(\w+)'/g).map((name) => `photos/${name}.jpg`),
    ),
  ];
  expect(named.length).toBeGreaterThan(40);
  expect(named.filter((name) => !existsSync(join(folder, name)))).toEqual([]);
});

test('what people write never becomes markup: the page makes no HTML from text', () => {
  const making = /innerHTML|outerHTML|insertAdjacentHTML|document\.write|DOMParser|\beval\(|new Function/;
  expect(scripts.filter((name) => making.test(textOf(name)))).toEqual([]);
  expect(textOf('index.html')).not.toMatch(/<script(?![^>]*\bsrc=)|\son\w+=|style=/);
});

test('the sample photos are small', () => {
  const sizes = readdirSync(join(folder, 'photos')).map((name) => readFileSync(join(folder, 'photos', name)).length);
  expect(sizes).toHaveLength(6);
  expect(Math.max(...sizes)).toBeLessThan(40 * 1024);
});
