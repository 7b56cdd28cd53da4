import type { JobSubject, QueueName } from '../usecases/ports-of-operations';
import { DrainJob, PhotoJob, WakeJob } from './queues';

/** What a job is there for, by its data; null: they are not those of its queue. */
export const subjectOf = (queue: QueueName, data: unknown): JobSubject | null => {
  switch (queue) {
    case 'deliver': {
      const read = DrainJob.safeParse(data);
      return read.success ? { kind: 'chat', chat: read.data.chat } : null;
    }
    case 'wake': {
      const read = WakeJob.safeParse(data);
      return read.success ? { kind: 'matter', matter: read.data } : null;
    }
    case 'photos': {
      const read = PhotoJob.safeParse(data);
      return read.success ? { kind: 'photo', photo: read.data.photo } : null;
    }
  }
};
