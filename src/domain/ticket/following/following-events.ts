import { by, event } from '../event-shape';

/** Somebody who did not report it wishes to hear how it goes, or does not any more. */
export const followingEvents = [event('followed', by), event('unfollowed', by)] as const;
