import type { Community, Person } from '../../../domain/community/community';
import type { Say } from '../../../domain/decision';
import type { PersonId } from '../../../domain/ids';
import { askStaff } from '../../../domain/notices/ask-staff';
import type { Inbound, InboundAnswer, InboundMessage } from '../../inbound';
import type { Claim } from '../../ports-of-people';
import type { EnginePorts } from '../../ports-of-engine';
import { answerPerson, heard, sayBecauseOf } from '../answer-person';
import type { Said } from '../said';

/** The one person here of that name; a name that two bear, or that nobody does, is for staff to find out. */
const oldNamed = async (ports: EnginePorts, name: string, person: Person): Promise<Person | null> => {
  const found = (await ports.people.byName(name)).filter(({ id, guest }) => id !== person.id && !guest);
  const [only] = found;
  return found.length === 1 && only ? only : null;
};

/** The old person is asked; where no chat reaches them, staff ask for them. */
const questions = async (
  ports: EnginePorts,
  claim: string,
  person: Person,
  old: Person,
  community: Community,
): Promise<readonly Say[]> => {
  const now = ports.clock.now().toISOString();
  const params = { claim, person: person.id, old: old.id };
  if ((await ports.chats.privateChats(old.id)).length === 0) {
    const asked = { community, now, key: `kin-confirm.${claim}`, question: true };
    return askStaff({ wording: 'kin.confirm', params: { ...params, toStaff: true } }, asked);
  }
  return [
    {
      to: { person: old.id },
      key: `kin-confirm.${claim}`,
      urgency: 'prompt',
      question: true,
      choices: ['yes', 'no'],
      wording: 'kin.confirm',
      params: { ...params, toStaff: false },
    },
  ];
};

/** `我替 张奶奶 说话`: the same answer whoever is named; nothing holds before the other said yes. */
export const askToSpeakFor = async (
  ports: EnginePorts,
  inbound: InboundMessage,
  name: string,
  { person, community }: Said,
): Promise<InboundAnswer> => {
  const old = await oldNamed(ports, name, person);
  const waiting = await ports.claims.openOf(person.id, 'kin');
  const claim = `kin-${inbound.key}`;
  if (old && (waiting === null || waiting.id === claim)) {
    const at = ports.clock.now().toISOString();
    await ports.claims.open({ id: claim, kind: 'kin', person: person.id, of: old.id, area: old.building, at });
    await sayBecauseOf(ports, inbound, await questions(ports, claim, person, old, community));
  }
  await answerPerson(ports, inbound, { wording: 'kin.asked', params: {} });
  return heard('替老人说话：去问本人');
};

export const grantKin = async (ports: EnginePorts, inbound: Inbound, claim: Claim, by: Person): Promise<boolean> => {
  const { person, of } = claim;
  if (of === null) return false;
  const told = (to: PersonId, you: 'speaker' | 'old'): Say => ({
    to: { person: to },
    key: `kin-linked.${you}`,
    urgency: 'prompt',
    wording: 'kin.linked',
    params: { person, old: of, you },
  });
  await sayBecauseOf(ports, inbound, [told(person, 'speaker'), ...(by.id === of ? [told(of, 'old')] : [])]);
  return true;
};

export const refuseKin = async (ports: EnginePorts, inbound: Inbound, claim: Claim): Promise<void> => {
  const { person, of } = claim;
  if (of === null) return;
  await sayBecauseOf(ports, inbound, [
    { to: { person }, key: 'kin-refused', urgency: 'prompt', wording: 'kin.refused', params: { old: of } },
  ]);
};

const otherOf = ({ person, of }: Claim, one: PersonId): PersonId => (person === one ? (of ?? one) : person);

/** `不替了`, `不用替我了`, of either: at once, and both hear it. */
export const speakNoMore = async (
  ports: EnginePorts,
  inbound: InboundMessage,
  name: string | null,
  person: Person,
): Promise<InboundAnswer> => {
  const links = await ports.claims.linksOf(person.id);
  const others = new Map(
    (await ports.people.byIds(links.map((link) => otherOf(link, person.id)))).map((o) => [o.id, o]),
  );
  const meant = links.filter((link) => name === null || others.get(otherOf(link, person.id))?.name === name);
  if (meant.length === 0) {
    await answerPerson(ports, inbound, { wording: 'kin.none', params: {} });
    return heard('没有记着谁替谁');
  }
  for (const link of meant) {
    const other = otherOf(link, person.id);
    await ports.claims.end(link.id);
    const reachable = (await ports.chats.privateChats(other)).length > 0;
    const told = (to: PersonId, of: PersonId): Say => ({
      to: { person: to },
      key: `kin-ended.${link.id}`,
      urgency: 'prompt',
      wording: 'kin.ended',
      params: { other: of },
    });
    await sayBecauseOf(ports, inbound, [told(person.id, other), ...(reachable ? [told(other, person.id)] : [])]);
  }
  return heard('不替了');
};

/** What families call their old, whatever their names are. */
const kinWord = /^(?:我)?(?:妈妈?|爸爸?|母亲|父亲|爷爷|奶奶|外公|外婆|姥姥|姥爷|老人|老妈|老爸|婆婆|公公|岳母|岳父)$/u;

/** Whom somebody speaks for by this word: by name, or the only one. */
export const spokenFor = async (ports: EnginePorts, person: Person, who: string): Promise<Person | null> => {
  const links = (await ports.claims.linksOf(person.id)).filter((link) => link.person === person.id);
  const old = await ports.people.byIds(links.flatMap(({ of }) => of ?? []));
  const [only] = old;
  return old.find(({ name }) => name === who) ?? (kinWord.test(who) && old.length === 1 && only ? only : null);
};

/** The old person hears what was reported in their name, where they can be reached. */
export const tellSpokenFor = async (ports: EnginePorts, inbound: Inbound, old: Person, by: Person): Promise<void> => {
  const [newest] = await ports.matters.find<unknown>({ kind: 'ticket', person: by.id, limit: 1 });
  const number = newest?.ref.number;
  if (!number || (await ports.chats.privateChats(old.id)).length === 0) return;
  await sayBecauseOf(ports, inbound, [
    {
      to: { person: old.id },
      key: `kin-spoke.${number}`,
      urgency: 'prompt',
      wording: 'kin.spoke',
      params: { number, by: by.id },
    },
  ]);
};
