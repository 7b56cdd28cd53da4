import type { CareEvent } from './care-event';
import type { CareFile } from './care-file';

type Registered = Extract<CareEvent, { kind: 'registered' }>;

const begin = ({ id, number, details, colour, contact, area, at }: Registered): CareFile => ({
  ...{ id, number, details, colour, contact, area, registeredAt: at, since: at },
  ...{ seenAt: null, missedAt: [], notices: [] },
});

const change = (file: CareFile, event: Exclude<CareEvent, Registered>): CareFile => {
  switch (event.kind) {
    case 'amended':
      return { ...file, details: event.details, contact: event.contact, area: event.area };
    case 'recoloured':
      return { ...file, colour: event.colour, notices: [] };
    case 'visited':
      return event.met
        ? { ...file, since: event.at, seenAt: event.at, missedAt: [], notices: [] }
        : { ...file, missedAt: [...file.missedAt, event.at] };
    case 'looked':
      return file;
    case 'notified':
      return { ...file, notices: [...file.notices, event.step] };
    case 'skipped':
      return { ...file, notices: [...file.notices, ...event.steps] };
  }
};

const apply = (file: CareFile | null, event: CareEvent): CareFile | null =>
  event.kind === 'registered' ? begin(event) : file && change(file, event);

/** The file is the fold of its events. */
export const foldCareFile = (file: CareFile | null, events: readonly CareEvent[]): CareFile | null =>
  events.reduce<CareFile | null>(apply, file);
