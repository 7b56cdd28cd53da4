import type { CareEvent } from '../../care/care-event';
import { colourOf, type CareColour } from '../../care/care-policy';
import type { WordsId } from '../../ids';
import type { Speaker, TopicCatalogue, WordingParams } from '../params';
import { lines } from './phrases';

type File = WordingParams['care.file'];

const top = ({ number, colour, name }: Pick<File, 'number' | 'colour' | 'name'>, s: Speaker): string =>
  `#${number} ${colour.en} | "${s.words([name])}"`;

const said = (label: string, words: WordsId | null, s: Speaker): string | null =>
  words === null ? null : `${label}: "${s.words([words])}"`;

const facts = (p: File, s: Speaker): readonly (string | null)[] => [
  said('Born', p.born, s),
  said('Home', p.home, s),
  said('Looks', p.looks, s),
  `One to one: ${s.name(p.contact)}. A visit every ${p.colour.visitDays} days, the next by ${s.moment(p.next)}`,
];

const names = (colours: readonly CareColour[]): string => colours.map(({ en, zh }) => `${en} ("${zh}")`).join(', ');

const missing = { name: 'the name', colour: 'the colour', home: 'the building' } as const;

const looked = {
  ledger: 'the ledger',
  file: 'the file',
  family: "the family's telephone",
  history: 'the record',
  match: 'the list of who it may be',
} as const;

const asWhom = { contact: 'contact', staff: 'staff', duty: 'on duty' } as const;

const told = (event: CareEvent, colours: readonly CareColour[], s: Speaker): string => {
  const colour = (id: string): string => colourOf(colours, id).en;
  switch (event.kind) {
    case 'registered':
      return `${s.name(event.by)} entered it, ${colour(event.colour)}, contact ${s.name(event.contact)}`;
    case 'amended':
      return `${s.name(event.by)} changed the file, contact ${s.name(event.contact)}`;
    case 'recoloured':
      return `${s.name(event.by)} made it ${colour(event.colour)}, because "${s.words([event.words])}"`;
    case 'visited':
      return `${s.name(event.by)} ${event.met ? 'was there' : 'was there and met nobody'}${event.words === null ? '' : `: "${s.words([event.words])}"`}`;
    case 'looked': {
      const why = event.words === null ? '' : `, because "${s.words([event.words])}"`;
      const of = event.ticket === null ? '' : `, for #${event.ticket.number}`;
      return `${s.name(event.by)} (${asWhom[event.as]}) looked at ${looked[event.what]}${of}${why}`;
    }
    case 'notified':
      return `${event.step === 'missed' ? 'the visit is late, told' : 'reminded'} ${event.to.map((person) => s.name(person)).join(', ')}`;
    case 'skipped':
      return `after an outage ${event.steps.length} reminders were left out`;
  }
};

const asked = ({ number, ask }: WordingParams['care.needs-reason']): string => {
  if (ask.kind === 'recolour') return `A change of colour needs a reason; #${number} is not changed yet.`;
  return `To see ${looked[ask.what]} of #${number} needs a reason; who looks, and why, is kept.`;
};

export const care: TopicCatalogue<'care'> = {
  'care.registered': (p, s) =>
    lines(
      top(p, s),
      p.amended
        ? 'Changed. It now says:'
        : 'Noted; only staff and the contact see it. Please have the consent of the person or the family.',
      ...facts(p, s),
      p.family === null
        ? `No telephone of the family yet: reply "登记 #${p.number} 女儿 138…".`
        : `Family: "${s.words([p.family])}"\nTo change it, reply "登记 #${p.number}" and what is new.`,
    ),
  'care.yours': (p, s) =>
    lines(
      top(p, s),
      `${s.name(p.by)} asks you to be this person's one contact.`,
      ...facts(p, s),
      `After a visit reply "看过 #${p.number}" with a word.`,
    ),
  'care.how': (p) =>
    lines(
      `Still missing: ${p.missing.map((what) => missing[what]).join(', ')}. Nothing was kept.`,
      `Colours: ${names(p.colours)}.`,
      `Please write: "登记 王秀英 82岁 6号楼2单元301 ${p.colours[0]?.zh ?? ''} blue coat 女儿 王小姐 138… 联系人 (name)"`,
    ),
  'care.known-already': (p) =>
    p.number === null
      ? lines('This person is entered already; nothing was kept.', 'To know who sees to them, reply "人工".')
      : lines(
          `This person is entered already, as #${p.number}; nothing was kept.`,
          `To change it, reply "登记 #${p.number}" and what is new.`,
        ),
  'care.contact-unknown': (p) =>
    lines(
      `There is nobody called "${p.name}", or there are two; nothing was kept.`,
      'Please send it again with the full name of the contact.',
    ),
  'care.private-only': () =>
    lines('The ledger is spoken of in private only, never in a group.', 'Please send it again here.'),
  'care.file': (p, s) =>
    lines(
      top(p, s),
      ...facts(p, s),
      p.seenAt === null ? 'Not visited yet.' : `Last visited: ${s.time(p.seenAt)}`,
      `Family's telephone: "家属 #${p.number}"; record: "查 #${p.number}"; after a visit: "看过 #${p.number}".`,
    ),
  'care.family': (p, s) =>
    lines(
      top(p, s),
      p.family === null ? 'No telephone of the family is kept.' : `Family: "${s.words([p.family])}"`,
      `That you looked is kept; please do not pass it on. A new number: "登记 #${p.number}" and the number.`,
    ),
  'care.recoloured': (p, s) =>
    lines(
      `${top(p, s)}: ${p.from.en} became ${p.colour.en}.`,
      `By ${s.name(p.by)}, because "${s.words(p.words)}"`,
      `A visit every ${p.colour.visitDays} days now, the next by ${s.moment(p.next)}; then reply "看过 #${p.number}".`,
    ),
  'care.visited': (p, s) =>
    p.met
      ? lines(
          `${top(p, s)}: noted, thank you.`,
          `Please visit again by ${s.moment(p.next)}, then reply "看过 #${p.number}".`,
        )
      : lines(
          `${top(p, s)}: noted that you met nobody; it does not count as a visit.`,
          'If you fear for them, ring 110 first, then send "急" and a word.',
          `Please go again tomorrow, by ${s.moment(p.next)} at the latest, then reply "看过 #${p.number}".`,
        ),
  'care.remind': (p, s) =>
    lines(
      `${top(p, s)}: ${p.again ? 'nobody was met last time; please go again today' : 'a visit is due'}, by ${s.moment(p.due)}.`,
      said('Home', p.home, s),
      `Then reply "看过 #${p.number}" with a word; if nobody was there, "看过 #${p.number} 没见到人".`,
    ),
  'care.missed': (p, s) =>
    lines(
      `${top(p, s)}: the visit was due by ${s.moment(p.due)}, and nobody was there yet.`,
      p.yours
        ? 'Staff know; please go soon.'
        : `The contact is ${s.name(p.contact)}, who was reminded. You keep the ledger, so please see to it; this is said once.`,
      `After a visit: "看过 #${p.number}"; another contact: "登记 #${p.number} 联系人 (name)".`,
    ),
  'care.ledger': (p, s) =>
    lines(
      p.own
        ? 'You are the contact of:'
        : `The ledger: ${p.counts.map(({ colour, count }) => `${colour.en} ${count}`).join(', ')}`,
      p.lines.length === 0 ? 'Nobody is entered yet.' : null,
      ...p.lines.map(
        (line) => `${top(line, s)}, next by ${s.moment(line.next)}${p.own ? '' : `, contact ${s.name(line.contact)}`}`,
      ),
      p.more > 0 ? `${p.more} more: "台账 红色" lists one colour.` : null,
      p.lines.length === 0
        ? 'To enter somebody, reply "登记" to see how.'
        : 'One file: "台账" and the number; after a visit: "看过" and the number. That you looked is kept.',
    ),
  'care.history': (p, s) =>
    lines(
      top(p, s),
      ...p.events.map((event) => `${s.time(event.at)} ${told(event, p.colours, s)}`),
      `The file: "台账 #${p.number}".`,
    ),
  'care.which-colour': (p) =>
    lines(
      `#${p.number}: which colour? Nothing was changed.`,
      `Colours: ${names(p.colours)}. Please reply "换色 #${p.number} (colour) 因为 …".`,
    ),
  'care.same-colour': (p, s) =>
    lines(
      `${top(p, s)} has that colour already; nothing was changed.`,
      `Another: "换色 #${p.number} (colour) 因为 …".`,
    ),
  'care.needs-reason': (p) => lines(asked(p), 'Why? Please just reply with a word.'),
};
