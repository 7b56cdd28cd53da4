import { hasRole } from '../../../domain/community/may';
import { commitPostings } from '../../deciding/commit-postings';
import type { InboundAnswer, InboundMessage } from '../../inbound';
import type { EnginePorts } from '../../ports-of-engine';
import { answerPerson, heard, heardBefore } from '../answer-person';
import { freshCode } from '../fresh-code';
import type { Setting } from '../verbs/verb-meaning';
import { neighbourNamed } from './neighbour-named';

/** Codes of one card: as many as fit on it. */
const codesOnCard = 10;

const cardMakers = ['captain', 'grid-worker', 'grid-leader', 'staff', 'director'] as const;

/** What a code of somebody's card stands for until it is used. */
export const cardOf = (person: string): string => `card:${person}`;

/** `发卡 张奶奶`: one-time codes, by which somebody without a phone confirms that they were helped. */
export const giveCard = async (
  ports: EnginePorts,
  inbound: InboundMessage,
  who: string,
  { person: by, community }: Setting,
): Promise<InboundAnswer> => {
  if (!hasRole(by, cardMakers)) {
    await answerPerson(ports, inbound, { wording: 'service.not-yours', params: { what: 'card' } });
    return heard('发卡：没有这个权限');
  }
  const person = await neighbourNamed(ports, inbound, who);
  if ('silent' in person) return person;
  if (!hasRole(by, cardMakers, { community, area: person.building })) {
    await answerPerson(ports, inbound, { wording: 'service.not-yours', params: { what: 'card' } });
    return heard('发卡：不是他管的人');
  }
  const drawn = new Map<string, Awaited<ReturnType<typeof freshCode>>>();
  while (drawn.size < codesOnCard) {
    const one = await freshCode(ports);
    drawn.set(one.code, one);
  }
  const codes = [...drawn.keys()];
  const outcome = await commitPostings(ports, inbound, {
    guards: [...drawn.values()].map(({ guard }) => ({ ...guard, value: { matter: cardOf(person.id) } })),
    says: [
      {
        ...{ to: { person: by.id }, key: 'service.card', urgency: 'prompt' },
        ...{ wording: 'service.card', params: { person: person.id, codes } },
      },
    ],
  });
  return outcome === 'repeated' ? heardBefore : heard(`发卡：${codesOnCard} 个码`);
};
