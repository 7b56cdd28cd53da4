import { z } from 'zod';
import { by, event, id } from '../event-shape';

/** It is talked over in the open, as a topic of its own number. */
export const bringingUpEvents = [event('brought-up', { ...by, topic: id, number: z.int() })] as const;
