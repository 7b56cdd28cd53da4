import type { CareCommand } from '../../../domain/care/care-command';
import { CareEvent } from '../../../domain/care/care-event';
import { CareFile } from '../../../domain/care/care-file';
import { colourNamed, coloursOf } from '../../../domain/care/care-policy';
import { namedIn } from '../../../domain/care/care-says';
import type { CareVerb } from '../../../domain/understanding/command/read-care';
import type { InboundAnswer } from '../../inbound';
import { answerPerson, heard } from '../answer-person';
import { idOf, kept, sealWords, type AskedOfCare } from './asked-of-care';
import { ofTicket } from './lost-verbs';
import { registerPerson } from './register-person';
import { commitCare, runCareCommand } from './run-care-command';
import { sayLedger } from './say-ledger';

type Look = Extract<CareCommand, { kind: 'look' }>['what'];
type Answer = (asked: AskedOfCare) => Promise<InboundAnswer>;

/** A verb that needs a file to be said of. */
const ofFile =
  (word: string, act: (asked: AskedOfCare, number: number) => Promise<InboundAnswer>): Answer =>
  async (asked) => {
    if (asked.number !== null) return act(asked, asked.number);
    const { ports, inbound } = asked;
    await answerPerson(ports, inbound, { wording: 'refused.which-number', params: { verb: word, open: [] } });
    return heard(`“${word}”没有说是哪一位`);
  };

/** Opens a part of a file, in private, with the look and its reason in the log. */
export const look = async (asked: AskedOfCare, number: number, what: Look, why: string): Promise<InboundAnswer> => {
  const { ports, inbound, person, community } = asked;
  const words = sealWords(asked, why, number);
  const other = await commitCare(
    ports,
    inbound,
    number,
    { kind: 'look', by: person, what, words: idOf(words) },
    kept(words),
  );
  if (other || what !== 'history') return other ?? heard(`#${number}：看了${what}`);
  const stored = await ports.matters.byNumber(number);
  if (!stored) return heard('没有了');
  const events = (await ports.matters.events(stored.ref.id)).map((event) => CareEvent.parse(event));
  await answerPerson(ports, inbound, {
    wording: 'care.history',
    params: { ...namedIn(CareFile.parse(stored.state), community), events, colours: coloursOf(community) },
  });
  return heard(`查 #${number}`);
};

/** What stands behind the number is the reason, with or without 因为. */
const reasonOf = ({ typed }: AskedOfCare): string => [typed.rest, typed.reason].filter(Boolean).join('，');

const recolour = ofFile('换色', (asked, number) => {
  const { ports, inbound, typed, person, community } = asked;
  const [first = '', ...others] = typed.rest.split(/[\s,，]+/u);
  const colour = colourNamed(coloursOf(community), first.replace(/^(?:换|改|成|为|到)+/u, ''));
  const words = sealWords(asked, [others.join(' '), typed.reason].filter(Boolean).join('，'), number);
  const command = { kind: 'recolour', by: person, colour: colour?.id ?? null, words: idOf(words) } as const;
  return runCareCommand(ports, inbound, number, command, kept(words));
});

const metNobody = /没(?:有)?(?:见到|遇到|碰到|找到|开门|人)|不在家?|无人|敲不开|nobody|not (?:in|home)/iu;

const visited = ofFile('看过', (asked, number) => {
  const { ports, inbound, person } = asked;
  const text = reasonOf(asked);
  const words = sealWords(asked, text, number);
  const command = { kind: 'visit', by: person, met: !metNobody.test(text), words: idOf(words) } as const;
  return runCareCommand(ports, inbound, number, command, kept(words));
});

/** What each word of the ledger means. */
export const careVerbs: { readonly [V in CareVerb]: Answer } = {
  ledger: (asked) => (asked.number === null ? sayLedger(asked) : look(asked, asked.number, 'file', reasonOf(asked))),
  register: registerPerson,
  family: ofFile('家属', async (asked, number) => {
    const stored = await asked.ports.matters.byNumber(number);
    return stored?.ref.kind === 'ticket'
      ? ofTicket(asked, number, 'family')
      : look(asked, number, 'family', reasonOf(asked));
  }),
  recolour,
  visited,
  match: ofFile('认人', (asked, number) => ofTicket(asked, number, 'match')),
};
