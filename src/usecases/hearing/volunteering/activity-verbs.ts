import type { AnchoredVerb } from '../../../domain/understanding/command/command-words';
import { readCount } from '../../../domain/understanding/activity/read-sign-up';
import { Activity, calledPlan, claimOf, countComing, latestProof } from '../../../domain/volunteering/activity';
import { mayLead } from '../../../domain/volunteering/activity-people';
import { named, sayActivityRefusal } from '../../../domain/volunteering/activity-refusal';
import { placesIn } from '../../../domain/volunteering/places';
import type { InboundAnswer, InboundMessage } from '../../inbound';
import type { Stored } from '../../ports';
import type { EnginePorts } from '../../ports-of-engine';
import { answerPerson, heard } from '../answer-person';
import { keepWords } from '../keep-parts';
import { sayNotFound } from '../run-ticket-command';
import type { AnchoredCommand, Setting } from '../verbs/verb-meaning';
import { isNamed, namesOnList, plainName, type NamedClaim } from './names-on-list';
import { changedPlan } from './plan-from';
import { runActivityCommand } from './run-activity-command';
import { signAsSaid } from './sign-as-said';

interface AskedOfActivity extends Setting {
  readonly ports: EnginePorts;
  readonly inbound: InboundMessage;
  readonly typed: AnchoredCommand;
  readonly activity: Activity;
}

/** `查`: how it stands, what the asker's own part in it is, and, for who leads it and staff, code and paper list. */
const look = async ({ ports, inbound, activity, person, community }: AskedOfActivity): Promise<InboundAnswer> => {
  const phase = claimOf(activity, person.id)?.phase ?? null;
  const leads = mayLead(activity, person, community);
  const proof = leads ? latestProof(activity) : null;
  const spoken = {
    wording: 'activity.state',
    params: {
      ...{ ...named(activity), plan: calledPlan(activity), phase: activity.phase },
      ...{ count: countComing(activity), needed: placesIn(activity) },
      yours: phase === 'walk-in' ? 'in' : phase,
      code: leads ? activity.code : null,
      proof: proof?.from ?? null,
    },
  } as const;
  await answerPerson(ports, inbound, spoken, proof ? { photos: proof.photos } : {});
  return heard(`查 #${activity.number}`);
};

const signUp = ({ ports, inbound, typed, activity, person }: AskedOfActivity): Promise<InboundAnswer> =>
  signAsSaid(ports, inbound, activity, { by: person, people: readCount(typed.rest), words: typed.rest });

/** `不去了 #101 邓涛`: nothing but the name, so that "陪邓涛看病" takes nobody else's line. */
const justNames = (rest: string, name: string): boolean =>
  plainName(rest.replace(/^(?:帮|替|给|把)|(?:取消|去掉|划掉|不去了|来不了了?)+$/gu, '')) === plainName(name);

/** `不去了 #101`: all that is theirs; with a name, that one: whom they brought, or, of who leads, anybody. */
const signOff = async (asked: AskedOfActivity): Promise<InboundAnswer> => {
  const { ports, inbound, typed, activity, person, community } = asked;
  const lead = mayLead(activity, person, community);
  const found = typed.rest === '' ? [] : await namesOnList(ports, activity);
  const theirs = ({ claim }: NamedClaim): boolean => lead || claim.person === person.id;
  const meant = found
    .filter((one) => (theirs(one) ? isNamed(typed.rest, one.name) : justNames(typed.rest, one.name)))
    .map(({ claim }) => claim.id);
  const own = claimOf(activity, person.id)?.id;
  const claims = meant.length === 0 || (own !== undefined && meant.includes(own)) ? null : meant;
  return runActivityCommand(ports, inbound, activity.id, { kind: 'leave', by: person, claims });
};

const showList = ({ ports, inbound, activity, person }: AskedOfActivity): Promise<InboundAnswer> =>
  runActivityCommand(ports, inbound, activity.id, { kind: 'show-list', by: person });

const cancel = ({ ports, inbound, typed, activity, person }: AskedOfActivity): Promise<InboundAnswer> => {
  const text = [typed.rest, typed.reason].filter(Boolean).join('，');
  const words = keepWords(ports, text, activity.id, person.id, ports.clock.now().toISOString());
  return runActivityCommand(
    ports,
    inbound,
    activity.id,
    { kind: 'cancel', by: person, words: words?.id ?? null },
    { words: words ? [words] : [], photos: [] },
  );
};

/** `改活动 #101 周日上午9点到11点`: only what is named is otherwise. */
const change = async (asked: AskedOfActivity): Promise<InboundAnswer> => {
  const { ports, inbound, typed, activity, person, community } = asked;
  const words = [typed.rest, typed.reason].filter(Boolean).join('，');
  const planned = changedPlan({ ports, inbound, matter: activity.id, community }, activity.plan, words);
  if (!planned && words !== '' && mayLead(activity, person, community)) {
    await answerPerson(ports, inbound, sayActivityRefusal(activity, { kind: 'bad-plan', why: 'unread' }));
    return heard(`#${activity.number}：没看懂要改什么`);
  }
  if (!planned) return look(asked);
  const command = { kind: 'change', by: person, plan: planned.plan } as const;
  return runActivityCommand(ports, inbound, activity.id, command, { words: planned.words, photos: [] });
};

/** What each verb means for an activity; others get how it stands. */
const meanings: { readonly [V in AnchoredVerb]?: (asked: AskedOfActivity) => Promise<InboundAnswer> } = {
  look,
  'sign-up': signUp,
  'me-too': signUp,
  'sign-off': signOff,
  'show-list': showList,
  'cancel-activity': cancel,
  'change-activity': change,
};

/** What is only a draft, nobody else knows of. */
const isKnownTo = (activity: Activity, { person, community }: Setting): boolean =>
  (activity.phase !== 'draft' && activity.phase !== 'dropped') || mayLead(activity, person, community);

/** A verb that was said of an activity. */
export const handleActivity = (
  ports: EnginePorts,
  inbound: InboundMessage,
  typed: AnchoredCommand,
  stored: Stored<unknown>,
  setting: Setting,
): Promise<InboundAnswer> => {
  const activity = Activity.parse(stored.state);
  if (!isKnownTo(activity, setting)) return sayNotFound(ports, inbound, setting.person, activity.number);
  return (meanings[typed.verb] ?? look)({ ports, inbound, typed, activity, ...setting });
};
