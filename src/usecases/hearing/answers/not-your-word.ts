import { registrars } from '../../../domain/care/care-people';
import type { Role } from '../../../domain/community/community';
import { hasRole } from '../../../domain/community/may';
import { handlerRoles } from '../../../domain/ticket/working/handler-roles';
import type { TypedCommand } from '../../../domain/understanding/command/typed-command';
import type { WordingParams } from '../../../domain/wording/params';
import type { InboundAnswer, InboundMessage } from '../../inbound';
import { worksHere } from '../../pages/find-reader';
import type { EnginePorts } from '../../ports-of-engine';
import { answerPerson, notDone } from '../answer-person';
import type { Said } from '../said';
import { verbMeanings } from '../verbs/verb-meanings';

type Whose = WordingParams['refused.not-your-word']['whose'];

const leaders: readonly Role[] = ['staff', 'director'];

/** As it was typed, up to what it is said of. */
const firstWord = (text: string): string => /^[\p{L}+]{1,8}/u.exec(text)?.[0] ?? text.slice(0, 8);

/** A single character with words behind it ("等 我一下") is ordinary talk. */
const isTalk = ({ word, rest }: Extract<TypedCommand, { kind: 'anchored' }>): boolean =>
  word.length === 1 && rest !== '';

/** Whose word it is that this person may not say; null: the words are plain talk, or the person's own. */
const whoseWord = (command: TypedCommand, { person, community }: Said): Whose | null => {
  const lacks = (roles: readonly Role[]): Whose | null => (hasRole(person, roles) ? null : 'staff');
  switch (command.kind) {
    case 'anchored':
      return verbMeanings[command.verb].handlers !== true || worksHere(person, community) || isTalk(command)
        ? null
        : 'staff';
    case 'duty':
      return lacks(handlerRoles);
    case 'care':
      return lacks(registrars);
    case 'brief':
      return lacks(handlerRoles);
    case 'budget':
      return lacks(leaders);
    case 'whole':
      return command.verb === 'brief' ? lacks(leaders) : null;
    case 'self':
      return isOfOthers(command) ? lacks(leaders) : null;
    case 'shift':
      return command.verb === 'station' || hasRole(person, 'rider') ? null : 'riders';
    // Whoever may not say these is answered where they are acted on.
    case 'report':
    case 'report-for':
    case 'bind':
    case 'invite':
    case 'board':
    case 'talk':
    case 'reward':
    case 'launch':
    case 'honours':
    case 'deed':
    case 'pairing':
    case 'fund':
    case 'service':
    case 'round':
    case 'presence':
    case 'choice':
      return null;
  }
};

/** What would be done to somebody else: never taken for a report of something. */
export const isOfOthers = (command: TypedCommand): boolean =>
  command.kind === 'self' && (command.verb === 'ban' || command.verb === 'lift');

/** A word of the work, written in private by somebody who does not do it: told so, and what to write instead. */
export const sayNotYourWord = async (
  ports: EnginePorts,
  inbound: InboundMessage,
  command: TypedCommand | null,
  said: Said,
): Promise<InboundAnswer | null> => {
  const whose = command && inbound.chat.kind === 'private' ? whoseWord(command, said) : null;
  if (!command || !whose) return null;
  const word = command.kind === 'anchored' ? command.word : firstWord(said.text);
  await answerPerson(ports, inbound, { wording: 'refused.not-your-word', params: { word, whose } });
  return notDone('not-theirs', `“${word}”不是这个人用的词`);
};
