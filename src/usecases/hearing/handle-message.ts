import { plainText } from '../../domain/understanding/plain-text';
import { readCommand } from '../../domain/understanding/command/read-command';
import type { TypedCommand } from '../../domain/understanding/command/typed-command';
import { soundsLikeASlip } from '../../domain/understanding/sounds-like-a-slip';
import type { Reading } from '../../domain/understanding/reading';
import type { InboundAnswer, InboundMessage } from '../inbound';
import type { EnginePorts } from '../ports-of-engine';
import { answerPerson, silence } from './answer-person';
import { correctPlace } from './reporting/correct-place';
import { handleEdit } from './handle-edit';
import { handleFree } from './handle-free';
import { handleTyped } from './handle-typed';
import { offerOldSelf } from './people/offer-old-self';
import { greetUnbound } from './telling/help-person';
import { sayWhatWasMissed } from './telling/say-what-was-missed';
import { holdBanned, holdFlood, isUrgent } from './hold-back';
import { hearVoice, isVoiceOnly } from './reporting/hear-voice';
import type { TalkSince } from './talk-since';
import { hearBareSignUp, mayBeBareSignUp } from './volunteering/hear-bare-sign-up';
import { hearList } from './volunteering/hear-list';
import { keptCharacters } from './keep-parts';
import { isOfOthers, sayNotYourWord } from './answers/not-your-word';
import { readAgain } from './read-again';
import { anchorOf, isReport, read, repliedRow, type Said } from './said';
import { speakerOf } from './speaking';

/** A message that cannot be for Linli; decided without touching the database. */
const isPlainTalk = (inbound: InboundMessage, reading: Reading): boolean =>
  inbound.chat.kind === 'group' &&
  !inbound.mentioned &&
  inbound.replyTo?.fromBot !== true &&
  inbound.media.length === 0 &&
  inbound.location === null &&
  !isReport(reading);

/** A 接龙 list: whether it is one of our calls is looked up. */
const mayBeSignUps = ({ chat, forwarded }: InboundMessage, { list, critical }: Reading): boolean =>
  list !== null && !critical && !forwarded && (chat.kind === 'private' || chat.purpose !== null);

/** Nobody is to believe that all of it was read. */
const saySomeIsCut = (ports: EnginePorts, inbound: InboundMessage): Promise<void> =>
  answerPerson(ports, inbound, { wording: 'help.too-long', params: { kept: keptCharacters } });

/** What was typed is acted on; other words are a report, an answer, or talk. */
const answerTo = async (
  ports: EnginePorts,
  inbound: InboundMessage,
  said: Said,
  { command, reading }: { readonly command: TypedCommand | null; readonly reading: Reading },
): Promise<InboundAnswer> => {
  const done = command && (await handleTyped(ports, inbound, command, said));
  const refused = !done && command && isOfOthers(command) ? await sayNotYourWord(ports, inbound, command, said) : null;
  return done ?? refused ?? handleFree(ports, inbound, said, await readAgain(ports, inbound, said, reading), command);
};

/** One message, from whatever platform. */
export const handleMessage = async (
  ports: EnginePorts,
  inbound: InboundMessage,
  talk: TalkSince,
): Promise<InboundAnswer> => {
  if (inbound.fromBot) return silence('别的机器人说的');
  if (inbound.edited && inbound.edits !== undefined)
    return handleEdit(ports, inbound, inbound.edits, (said) => handleMessage(ports, said, talk));
  const community = await ports.communities.current();
  const text = plainText(inbound.text);
  const command = readCommand(inbound.text, {
    isPrivate: inbound.chat.kind === 'private',
    repliesToUs: inbound.replyTo?.fromBot ?? false,
    mentioned: inbound.mentioned,
    amongStaff: inbound.chat.purpose === 'staff',
  });
  const reading = read(ports, inbound, text, community);
  const corrects = !command && soundsLikeASlip(text);
  const isPlain = !command && !corrects && isPlainTalk(inbound, reading);
  const bare = isPlain && mayBeBareSignUp(inbound, text);
  if (isPlain && !bare && !mayBeSignUps(inbound, reading)) {
    talk.heard(inbound.chat.id, ports.clock.now().toISOString());
    return silence(...reading.why);
  }
  const unbound = inbound.chat.kind === 'group' && inbound.chat.purpose === null;
  if (unbound && command?.kind !== 'bind' && !reading.critical) return greetUnbound(ports, inbound);
  if (inbound.forwarded && !reading.critical && inbound.chat.kind === 'group') return silence('转发的内容');
  const urgent = isUrgent(command, reading);
  const flooded = urgent ? null : await holdFlood(ports, inbound, community);
  if (flooded) return flooded;
  const person = await speakerOf(ports, inbound, community);
  const unheard = urgent ? null : holdBanned(person);
  if (unheard) return unheard;
  // Whatever they write: from now on they can be written to.
  if (inbound.chat.kind === 'private') await sayWhatWasMissed(ports, inbound);
  const row = await repliedRow(ports, inbound);
  const said: Said = { person, community, text, row, anchor: anchorOf(inbound, row) };
  const listed = mayBeSignUps(inbound, reading) ? await hearList(ports, inbound, said) : null;
  const signed = listed ?? (bare ? await hearBareSignUp(ports, inbound, said, talk) : null);
  if (signed ?? isPlain) return signed ?? silence(...reading.why);
  const corrected = corrects ? await correctPlace(ports, inbound, said) : null;
  if (corrected) return corrected;
  if (isVoiceOnly(inbound, text)) return hearVoice(ports, inbound, said);
  const answer = await answerTo(ports, inbound, said, { command, reading });
  if (!answer.silent && text.length > keptCharacters) await saySomeIsCut(ports, inbound);
  await offerOldSelf(ports, inbound, command, person);
  return answer;
};
