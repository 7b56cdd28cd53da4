import { at, event, id, ids } from '../event-shape';

/** Where it goes. */
export const dispatchingEvents = [event('dispatched', { ...at, desk: id, handlers: ids })] as const;
