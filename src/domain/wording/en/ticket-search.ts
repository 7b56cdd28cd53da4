import type { Catalogue, Speaker, WordingParams } from '../params';
import type { Where } from '../search-params';
import type { PersonId, WordsId } from '../../ids';
import { bandAges } from '../band-ages';
import { capital, head, lines } from './phrases';

type Described = Pick<WordingParams['ticket.search-call'], 'words' | 'at' | 'place' | 'photo'>;
type Listed = WordingParams['ticket.leads']['leads'][number];

/** Looks and clothes, when and where: no name, no exact age, no number, no door. */
const described = ({ words, at, place, photo }: Described, s: Speaker): string => {
  const looks = bandAges(s.masked(words)).replace(/[，,。.！!\s]+$/u, '');
  const spot =
    place.area === null && place.words === null
      ? ''
      : ` near ${s.place({ ...place, words: place.area === null ? place.words : null })}`;
  return `"${looks}"; last seen ${s.time(at)}${spot}${photo ? ', photo below' : ''}.`;
};

const groupsAnd = (groups: readonly string[], people: number): string =>
  [...groups, ...(people > 0 ? [`${people} people who wish to be asked`] : [])].join(', ');

const whereSaid = (where: readonly Where[], s: Speaker): string =>
  where.map((each) => ('title' in each ? each.title : `the private chat of ${s.name(each.person)}`)).join(', ');

const quotedOf = (words: readonly WordsId[], s: Speaker): string => (words.length === 0 ? '' : `: "${s.words(words)}"`);

const memberOf = (person: PersonId | null, words: readonly WordsId[], s: Speaker): string =>
  [...(person === null ? [] : [s.name(person)]), ...(words.length === 0 ? [] : [`"${s.words(words)}"`])].join(' ');

const spotOf = (spot: WordingParams['ticket.lead']['spot'], s: Speaker): string =>
  spot.area === null && spot.words === null ? 'place not said' : s.place(spot);

const leadLine = (lead: Listed, s: Speaker): string =>
  `${lead.nth}. ${s.time(lead.at)} ${spotOf(lead.place, s)}, ${s.name(lead.by)} ${lead.found === null ? 'saw' : 'found'} somebody${lead.found === 'denied' ? ' (looked at: somebody else)' : ''}${quotedOf(lead.words, s)}${lead.photos.length > 0 ? ' (photo)' : ''}`;

const whys = {
  'owner-only': 'people are looking; only whoever is in charge says that it is over.',
  'no-owner': 'people are looking and nobody is in charge yet; somebody has to be, to end it.',
  running: 'people were asked to look; it is ended before it goes elsewhere.',
  over: 'the person was found. Thank you.',
  'not-described': 'nobody has said yet whom to look for.',
  'all-asked': 'everybody who can be asked was asked.',
  answered: 'somebody has answered this before.',
} as const;

const searchNext = ({ number, why, owner }: WordingParams['refused.search'], s: Speaker): string => {
  switch (why) {
    case 'owner-only':
      return owner === null
        ? `Whoever is in charge replies "解除 #${number}".`
        : `${capital(s.name(owner))} is in charge; please say it to them.`;
    case 'no-owner':
      return `Please reply "我负责 #${number}" first.`;
    case 'running':
      return `Found? Reply "解除 #${number}" with a word. For somebody else to be in charge: "转 #${number} 给 … 因为 …".`;
    case 'over':
      return 'If you saved or passed on photos, please delete them. No need to reply.';
    case 'not-described':
      return `Please reply "找人 #${number}" with age and clothes, and a photo.`;
    case 'all-asked':
      return `With a new photo or description reply "找人 #${number}"; for more hands "加人 #${number}".`;
    case 'answered':
      return `For the leads reply "线索 #${number}"; to ask more people "扩大 #${number}".`;
  }
};

/** Somebody is missed, looked for, and found. */
export const ticketSearch = {
  'ticket.search-hint': (p) =>
    lines(
      `#${p.number}: the family is looking for somebody. Please ring 110 first; then reply "已报110 #${p.number}".`,
      `To record the family reply "联系人 #${p.number}" with a name.`,
      `To ask people near to help, reply "找人 #${p.number}" with age, clothes, when and where, and a photo.`,
    ),
  'ticket.search-ask': (p, s) =>
    lines(
      `${head(p, s)}: may more people be asked to look? This time: ${groupsAnd(
        p.groups.map((group) => s.group(group)),
        p.people,
      )}.`,
      `It would say: ${described(p, s)}`,
      'Reply 1 to agree, 2 for not now. Once the person is found, photo and details are taken back.',
    ),
  'ticket.search-asking': (p, s) =>
    lines(
      `${head(p, s)}: ${p.to.map((person) => s.name(person)).join(', ') || 'the level above'} was asked to agree; then it goes out.`,
      'The family rings 110 first; you can begin to look nearby.',
    ),
  'ticket.search-call': (p, s) =>
    lines(
      `[Please help to find somebody] #${p.number}`,
      described(p, s),
      'Ride safely, and please do not forward this.',
      `If you see them, please stay with them, then send a photo or location and write "看到了 #${p.number}".`,
    ),
  'ticket.search-asked': (p, s) =>
    p.groups.length + p.people === 0
      ? lines(head(p, s), 'Noted. There is no other group to ask.', `For more hands reply "加人 #${p.number}".`)
      : lines(
          `${head(p, s)}: ${s.name(p.by)} agreed; asked to look: ${groupsAnd(
            p.groups.map((group) => s.group(group)),
            p.people,
          )}.`,
          `For the leads reply "线索 #${p.number}"; to ask more people "扩大 #${p.number}".`,
        ),
  'ticket.search-held': (p, s) =>
    lines(
      `${head(p, s)}: ${s.name(p.by)} would not ask more people yet.`,
      `When it is time, reply "扩大 #${p.number}".`,
    ),
  'ticket.lead-noted': (p, s) =>
    lines(
      `#${p.number}: noted${p.place === null ? '' : ` (${s.place(p.place)})`}, and those who look know. Thank you.`,
      'Please stay with them; if there is danger, ring 110 at once.',
      p.place === null
        ? 'Where did you see them? Please send a location or say it; a photo would help.'
        : p.photo
          ? 'If they move on, send a location or a word.'
          : 'A photo would help: just send it to me.',
    ),
  'ticket.lead': (p, s) =>
    lines(
      `[Lead ${p.nth}] ${head(p, s)}`,
      `${s.time(p.at)}: ${s.name(p.by)} saw somebody, ${spotOf(p.spot, s)}${quotedOf(p.words, s)}`,
      `If it is the person, whoever is in charge replies "找到了 #${p.number}"; for all leads "线索 #${p.number}".`,
    ),
  'ticket.leads': (p, s) =>
    lines(
      head(p, s),
      ...(p.leads.length === 0 ? ['No leads yet.'] : p.leads.map((lead) => leadLine(lead, s))),
      p.family.length === 0
        ? `The family is not recorded yet: reply "联系人 #${p.number}" with a name.`
        : `Family: ${p.family.map(({ person, words }) => memberOf(person, words === null ? [] : [words], s)).join('; ')}.`,
      `Found? Reply "找到了 #${p.number}"; to ask more people "扩大 #${p.number}".`,
    ),
  'ticket.find-noted': (p, s) =>
    lines(
      `#${p.number}: thank you! Please stay with them.`,
      `${p.owner === null ? 'Whoever is in charge' : capital(s.name(p.owner))} is making sure; if there is danger, ring 110 at once.`,
    ),
  'ticket.find-said': (p, s) =>
    lines(
      `${head(p, s)}: ${s.name(p.by)} says the person was found, ${spotOf(p.spot, s)}${quotedOf(p.words, s)}`,
      p.owner === null
        ? 'Nobody is in charge yet; somebody has to make sure.'
        : 'Once it is sure, photo and details are taken back from every chat.',
      p.owner === null
        ? `If you can go, reply "我负责 #${p.number}" at once.`
        : 'If it is the person, reply 1; if not, 2.',
    ),
  'ticket.find-denied': (p) =>
    lines(
      `#${p.number}: whoever is in charge has looked, and it is somebody else. Thank you all the same.`,
      `Please keep an eye open; if you see them, write "看到了 #${p.number}".`,
    ),
  'ticket.search-goes-on': (p, s) =>
    lines(
      `${head(p, s)}: the search goes on; whoever said so was told.`,
      `For the leads reply "线索 #${p.number}"; to ask more people "扩大 #${p.number}".`,
    ),
  'ticket.family-linked': (p, s) =>
    lines(
      `${head(p, s)}: the family is recorded, for those who look only: ${memberOf(p.person, p.words, s)}.`,
      p.person === null
        ? 'They have not written here yet; please ring them up.'
        : `${capital(s.name(p.person))} is asked before more people are.`,
    ),
  'ticket.family-linked-you': (p, s) =>
    lines(
      `#${p.number}: ${s.name(p.by)} recorded you as the family. Please ring 110 first.`,
      'You are asked before more people are, and told at once when the person is found.',
      `With a recent photo or news reply "找人 #${p.number}" and age and clothes.`,
    ),
  'ticket.search-over': (p) =>
    lines(
      `#${p.number}: the person was found. Thank you, every one of you.`,
      'The photo and details are being taken back, to protect the family.',
      'If you saved them or passed them on, please delete that. No need to reply.',
    ),
  'ticket.taken-back': (p) =>
    lines(
      `#${p.number}: the person was found. This message was taken back, to protect the family.`,
      'If you saved it or passed it on, please delete that. No need to reply.',
    ),
  'ticket.recall-report': (p, s) => {
    const stands = p.left.length + p.waiting.length + p.posted.length > 0;
    return lines(
      `#${p.number}: the photos and details that were sent are ${p.left.length + p.waiting.length > 0 ? 'not all' : 'all'} taken back.`,
      p.replaced.length === 0 ? null : `Could not be deleted, replaced by words: ${whereSaid(p.replaced, s)}.`,
      p.left.length === 0 ? null : `Could not be taken back: ${whereSaid(p.left, s)}.`,
      p.waiting.length === 0 ? null : `Still under way: ${whereSaid(p.waiting, s)}.`,
      p.posted.length === 0
        ? null
        : `Photos that people posted themselves stay: ${p.posted.map((group) => s.group(group)).join(', ')}.`,
      stands
        ? 'Please have the admins delete them there, and remind everyone to delete what they saved.'
        : 'Nothing more to do. Thank you.',
    );
  },
  'ticket.search-wish': (p) =>
    p.yes
      ? lines(
          'Noted: you are asked in private when somebody is looked for.',
          'To be left in peace, reply "找人别叫我".',
        )
      : lines('Noted: you are not asked in private any more.', 'To help again, reply "找人叫我".'),
} satisfies Partial<Catalogue>;

export const searchRefusals = {
  'refused.search': (p, s) => lines(`#${p.number}: ${whys[p.why]}`, searchNext(p, s)),
} satisfies Partial<Catalogue>;
