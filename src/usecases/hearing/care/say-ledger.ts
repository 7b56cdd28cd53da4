import { visitDue } from '../../../domain/care/care-clock';
import type { CareEvent } from '../../../domain/care/care-event';
import type { CareFile } from '../../../domain/care/care-file';
import { keepsLedger, seesAs } from '../../../domain/care/care-people';
import { colourNamed, coloursOf } from '../../../domain/care/care-policy';
import { namedIn } from '../../../domain/care/care-says';
import { foldCareFile } from '../../../domain/care/fold-care-file';
import { decision } from '../../../domain/decision';
import { commitDecision } from '../../deciding/commit-decision';
import { untilCommitted } from '../../deciding/until-committed';
import type { InboundAnswer } from '../../inbound';
import type { Stored } from '../../ports';
import { answerPerson, heard } from '../answer-person';
import { idOf, kept, sealWords, type AskedOfCare } from './asked-of-care';
import { careFiles } from './care-files';

/** As many lines as a message can hold. */
const listed = 12;

const looked = (
  { state }: Stored<CareFile>,
  { ports, person }: AskedOfCare,
  as: 'contact' | 'staff',
  words: string | null,
): CareEvent => ({
  ...{ kind: 'looked', at: ports.clock.now().toISOString(), by: person.id, what: 'ledger', as, words, ticket: null },
  ...(state.contact === person.id ? { as: 'contact' } : {}),
});

/** The look stands in each file that is listed before the list is said. False: try again on fresh state. */
const logLooks = async (
  asked: AskedOfCare,
  files: readonly Stored<CareFile>[],
  as: 'contact' | 'staff',
): Promise<boolean> => {
  const { ports, inbound, typed, community } = asked;
  const [first, ...others] = files;
  if (!first) return true;
  const why = sealWords(asked, typed.reason, first.state.number);
  const events = (file: Stored<CareFile>) => [looked(file, asked, as, idOf(why))];
  const outcome = await commitDecision(
    {
      ...{ cause: inbound.key, matter: first.ref, expectedVersion: first.version },
      decision: {
        ...decision({ events: events(first) }),
        also: others.map((file) => ({
          ...{ matter: file.ref, expectedVersion: file.version, events: events(file), says: [] },
          state: foldCareFile(file.state, events(file)),
        })),
      },
      ...{ state: foldCareFile(first.state, events(first)), words: kept(why), photos: [] },
    },
    community,
    ports,
  );
  return outcome.kind !== 'conflict';
};

const visible = async ({ ports, person, community }: AskedOfCare, own: boolean) => {
  const files = own ? await careFiles(ports, person.id) : await careFiles(ports);
  return files
    .filter(({ state }) => seesAs(state, person, community) !== null)
    .map((file) => ({ file, due: visitDue(file.state, community) }))
    .sort((one, other) => (one.due < other.due ? -1 : one.due > other.due ? 1 : 0))
    .map(({ file }) => file);
};

/** `台账`, `台账 红色`: staff see everybody by colour, a contact their own people; who comes due first stands first. */
export const sayLedger = async (asked: AskedOfCare): Promise<InboundAnswer> => {
  const { ports, inbound, typed, person, community } = asked;
  const own = !keepsLedger(person);
  const only = colourNamed(coloursOf(community), typed.rest);
  const { all, wanted, shown } = await untilCommitted(`ledger ${inbound.key}`, async () => {
    const files = await visible(asked, own);
    const ofColour = only ? files.filter(({ state }) => state.colour === only.id) : files;
    const listing = ofColour.slice(0, listed);
    const isLogged = await logLooks(asked, listing, own ? 'contact' : 'staff');
    return isLogged ? { all: files, wanted: ofColour, shown: listing } : null;
  });
  await answerPerson(ports, inbound, {
    wording: 'care.ledger',
    params: {
      own,
      counts: coloursOf(community).map((colour) => ({
        ...{ colour, count: all.filter(({ state }) => state.colour === colour.id).length },
      })),
      lines: shown.map(({ state }) => ({
        ...namedIn(state, community),
        ...{ contact: state.contact, next: visitDue(state, community) },
      })),
      more: wanted.length - shown.length,
    },
  });
  return heard(`台账：列了${shown.length}位`);
};
