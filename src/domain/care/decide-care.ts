import { decided, refused, type Decision, type Result } from '../decision';
import type { CareCommand, CareContext, CareRefusal } from './care-command';
import type { CareEvent } from './care-event';
import type { CareFile } from './care-file';
import { visitDue } from './care-clock';
import { keepersFor, seesAs } from './care-people';
import { answers, careSays, fileIn, namedIn } from './care-says';
import { foldCareFile } from './fold-care-file';
import { registeredSays } from './open-care-file';

type Decided = Result<Decision<CareEvent>, CareRefusal>;
type Command<K extends CareCommand['kind']> = Extract<CareCommand, { kind: K }>;

const after = (file: CareFile, event: CareEvent): CareFile => foldCareFile(file, [event]) ?? file;

const amend = (file: CareFile, { by, ...given }: Command<'amend'>, context: CareContext): Decided => {
  const { details, contact, area } = given;
  const event: CareEvent = { kind: 'amended', at: context.now, by: by.id, details, contact, area };
  return decided({ events: [event], says: registeredSays(after(file, event), by.id, context, file) });
};

/** A colour changes as life does, and the next visit with it. Whoever else sees to this person hears why. */
const recolour = (file: CareFile, { by, colour, words }: Command<'recolour'>, context: CareContext): Decided => {
  const { now, community } = context;
  const known = community.care?.colours.some(({ id }) => id === colour) ?? false;
  if (colour === null || !known) return refused({ kind: 'which-colour' });
  if (colour === file.colour) return refused({ kind: 'same-colour' });
  if (words === null) return refused({ kind: 'needs-reason', verb: { kind: 'recolour', colour } });
  const event: CareEvent = { kind: 'recoloured', at: now, by: by.id, colour, words };
  const changed = after(file, event);
  const params = {
    ...namedIn(changed, community),
    ...{ from: namedIn(file, community).colour, by: by.id, words: [words], next: visitDue(changed, community) },
  };
  const others = [file.contact, ...keepersFor(file, community, now)].filter((person) => person !== by.id);
  return decided({
    events: [event],
    says: [
      ...answers(by.id, `recoloured.${now}`, { wording: 'care.recoloured', params }),
      ...careSays(others, `recoloured-told.${now}`, { wording: 'care.recoloured', params }),
    ],
  });
};

const visit = (file: CareFile, { by, met, words }: Command<'visit'>, { now, community }: CareContext): Decided => {
  const event: CareEvent = { kind: 'visited', at: now, by: by.id, met, words };
  const changed = after(file, event);
  const params = { ...namedIn(changed, community), met, next: visitDue(changed, community) };
  return decided({ events: [event], says: answers(by.id, `visited.${now}`, { wording: 'care.visited', params }) });
};

/** Nothing is shown that is not logged: the look and what is seen leave together. */
const look = (
  file: CareFile,
  { by, what, words }: Command<'look'>,
  as: 'contact' | 'staff',
  { now, community }: CareContext,
): Decided => {
  if (as === 'staff' && words === null) return refused({ kind: 'needs-reason', verb: { kind: 'look', what } });
  const named = namedIn(file, community);
  const key = `${what}.${now}`;
  const shown = {
    file: answers(by.id, key, { wording: 'care.file', params: fileIn(file, community) }),
    family: answers(by.id, key, {
      wording: 'care.family',
      params: { ...named, family: file.details.family },
    }),
    // What happened is read when it is answered; only the look is recorded here.
    history: [],
  }[what];
  return decided({ events: [{ kind: 'looked', at: now, by: by.id, what, as, words, ticket: null }], says: shown });
};

/** Somebody said something to a file: the decision, or why not. Whoever may not see it hears that there is none. */
export const decideCare = (file: CareFile, command: CareCommand, context: CareContext): Decided => {
  const as = seesAs(file, command.by, context.community);
  if (as === null) return refused({ kind: 'not-found' });
  switch (command.kind) {
    case 'amend':
      return amend(file, command, context);
    case 'recolour':
      return recolour(file, command, context);
    case 'visit':
      return visit(file, command, context);
    case 'look':
      return look(file, command, as, context);
  }
};
