import type { Community } from '../../../domain/community/community';
import type { MeetingResult } from '../../../domain/ticket/convening/meeting';
import { foldText } from '../../../domain/understanding/fold-text';
import { readTime } from '../../../domain/understanding/time/read-time';
import type { AreaId } from '../../../domain/ids';
import { deskAtHead } from '../../../domain/community/desk';
import type { Ticket } from '../../../domain/ticket/ticket';
import { keepWords, photoIds } from '../keep-parts';
import { readVisit } from '../read-visit';
import { runTicketCommand } from '../run-ticket-command';
import type { VerbMeaning } from './verb-meaning';

interface Invited {
  readonly desks: readonly AreaId[];
  /** The words without the names. */
  readonly rest: string;
}

/** The desks beside the ladder that are named anywhere in the words. */
const invitedIn = (text: string, { desks, areas }: Community, { place }: Ticket): Invited => {
  const names = desks
    .flatMap(({ name, aliases }) => [name, ...aliases])
    .sort((one, other) => other.length - one.length)
    .filter((name) => text.includes(name));
  const found = names.flatMap((name) => deskAtHead(name, { desks, areas }, place.area)?.id ?? []);
  return { desks: [...new Set(found)], rest: names.reduce((rest, name) => rest.replaceAll(name, ' '), text) };
};

const withoutTime = (text: string, now: string): string => {
  const folded = foldText(text);
  const time = readTime(folded, now)?.text ?? '';
  const at = time === '' ? -1 : folded.indexOf(time);
  return at < 0 ? text : `${text.slice(0, at)} ${text.slice(at + time.length)}`;
};

const edges = /^[\s,，.。、:：]+|[\s,，.。、:：]+$/gu;

/** Where they meet: what is left of the words, from "在" on where that was said. */
const placeIn = (rest: string): string => {
  const bare = rest
    .replace(/(?:一起|大家|来)?(?:开个?会|碰个?头|商量|协调)(?:一下)?/gu, ' ')
    .replace(/(?:^|[\s,，、])(?:请|叫|和|跟|与)+(?=$|[\s,，、])/gu, ' ');
  const behind = /[在到]\s*(.+)$/u.exec(bare)?.[1] ?? bare;
  return behind
    .replace(/\s+/gu, ' ')
    .replace(edges, '')
    .replace(/[请叫和跟与]+$/u, '')
    .replace(edges, '');
};

/** `召集 #12 明天15点 在居委会`, with `请物业` where not everybody is asked. */
export const convene: VerbMeaning = {
  handlers: true,
  answer: async ({ ports, inbound, typed, ticket, person, community }) => {
    const now = ports.clock.now().toISOString();
    const text = [typed.rest, typed.reason].filter((each) => each !== '').join('，');
    const { desks, rest } = invitedIn(text, community, ticket);
    const words = keepWords(ports, placeIn(withoutTime(rest, now)), ticket.id, person.id, now);
    return runTicketCommand(
      ports,
      inbound,
      ticket,
      { kind: 'convene', by: person, from: readVisit(text, now)?.from ?? null, words: words?.id ?? null, desks },
      { words: words ? [words] : [], photos: [] },
    );
  },
};

const unsettled =
  /解决不了|不能解决|(?:没|未|没有)(?:能)?(?:解决|谈成|谈妥|谈拢|达成)|谈不[成拢妥]|上报|往上报|not (?:solved|settled)/giu;
const settled = /解决|谈[成妥拢]|达成|都同意|办好|办结|solved|settled/iu;

const plainlySettled = /解决了|已解决|谈[成妥拢]|达成|都同意/u;

/** What the minutes say came of it. Null: nothing, or one thing and its opposite. */
const resultIn = (text: string): MeetingResult | null => {
  const rest = text.replace(unsettled, '');
  // "没解决，请社区解决" asks for it; "没谈成 … 后来谈成了" says both.
  if (rest !== text) return plainlySettled.test(rest) ? null : 'up';
  return settled.test(text) ? 'solved' : null;
};

/** `纪要 #12 解决了 …`, `纪要 #12 没解决 …`. */
export const minutes: VerbMeaning = {
  handlers: true,
  command: ({ person: by, said, photos }) => ({
    kind: 'minutes',
    by,
    words: said?.id ?? null,
    photos: photoIds(photos),
    result: resultIn(said?.text ?? ''),
  }),
};
