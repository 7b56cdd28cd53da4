import type { ListReading } from '../../../domain/understanding/reading';
import { readList } from '../../../domain/understanding/read-list';
import { numberIn, plainText } from '../../../domain/understanding/plain-text';
import type { Activity } from '../../../domain/volunteering/activity';
import type { ToClaim } from '../../../domain/volunteering/activity-command';
import type { InboundAnswer, InboundMessage } from '../../inbound';
import type { WordsDocument } from '../../ports';
import type { EnginePorts } from '../../ports-of-engine';
import { keepWords } from '../keep-parts';
import type { Said } from '../said';
import { isNamed, namesOnList, plainName } from './names-on-list';
import { runActivityCommand } from './run-activity-command';
import { openCalls } from './which-activity';

/** More fresh names in one message than anybody brings along are not looked up one by one. */
const mostFresh = 40;

/** Two characters of the call's own name in the title of the list are enough, when half of them are there. */
const isTitleOf = (title: string, called: string): boolean => {
  const [said, known] = [plainName(title), plainName(called)];
  if (known === '' || said === '') return false;
  if (said.includes(known) || (known.includes(said) && said.length > 1)) return true;
  const pairs = Array.from({ length: known.length - 1 }, (_, index) => known.slice(index, index + 2));
  return pairs.length > 1 && pairs.filter((pair) => said.includes(pair)).length * 2 >= pairs.length;
};

/** The call that a list is for: it is replied to, or its title names it by number or by name. */
const calledBy = async (
  ports: EnginePorts,
  inbound: InboundMessage,
  list: ListReading,
  { anchor }: Said,
): Promise<Activity | null> => {
  const calls = (await openCalls(ports)).filter(
    ({ plan }) => inbound.chat.kind === 'private' || plan.groups.includes(inbound.chat.id),
  );
  const number = anchor ?? numberIn(list.title);
  if (number !== null) return calls.find((call) => call.number === number) ?? null;
  const titles = await ports.words.byIds(calls.flatMap(({ plan }) => plan.title ?? []));
  const textOf = new Map(titles.map(({ id, text }) => [id, text]));
  const named = calls.filter(({ plan }) => isTitleOf(list.title, textOf.get(plan.title ?? '') ?? ''));
  return named.length === 1 ? (named[0] ?? null) : null;
};

const linesOnce = ({ lines }: ListReading): ListReading['lines'] =>
  [...new Map([...lines].reverse().map((line) => [plainName(line.name), line])).values()].reverse();

interface Claimed extends ToClaim {
  readonly words: readonly WordsDocument[];
}

/** What the sender's copy claims that is not known yet. */
const claimsIn = async (
  ports: EnginePorts,
  inbound: InboundMessage,
  list: ListReading,
  activity: Activity,
  { person }: Said,
): Promise<Claimed> => {
  const lines = linesOnce(list).filter(({ name }) => plainName(name) !== '');
  const known = await namesOnList(ports, activity);
  const mine = known.find(({ claim }) => claim.person === person.id && claim.guest === null)?.name ?? person.name;
  const own = lines.find(({ name }) => isNamed(name, mine) || isNamed(name, inbound.sender.name)) ?? null;
  const fresh = lines
    .filter((line) => line !== own && !known.some(({ name }) => isNamed(line.name, name)))
    .slice(0, mostFresh);
  const found = await Promise.all(
    fresh.map(async (line) => ({ line, members: await ports.people.byName(line.name.replace(/\s/gu, '')) })),
  );
  const at = ports.clock.now().toISOString();
  const guests = found.flatMap(({ line, members }) => {
    const words = members.length > 0 ? null : keepWords(ports, line.name, activity.id, person.id, at);
    return words ? [{ words, claim: ports.newId(), name: words.id, people: line.people }] : [];
  });
  return {
    own: own && { claim: ports.newId(), people: own.people },
    guests: guests.map(({ claim, name, people }) => ({ claim, name, people })),
    members: found.flatMap(({ members: [member, another] }) => (member && !another ? [member.id] : [])),
    words: guests.map(({ words }) => words),
  };
};

/** A 接龙 under a call. Null: it is for none of ours, and none of our business. */
export const hearList = async (
  ports: EnginePorts,
  inbound: InboundMessage,
  said: Said,
): Promise<InboundAnswer | null> => {
  const list = readList(plainText(inbound.text));
  const activity = list && (await calledBy(ports, inbound, list, said));
  if (!list || !activity) return null;
  const { words, ...claims } = await claimsIn(ports, inbound, list, activity, said);
  return runActivityCommand(
    ports,
    inbound,
    activity.id,
    { kind: 'list', by: said.person, ...claims },
    { words, photos: [] },
  );
};
