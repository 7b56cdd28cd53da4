import { html } from 'ghtml';
import type { Backup } from '../../../usecases/ports-of-operations';
import type { Html } from '../../pages/page-route';
import type { OperationsWords } from './operations-words';

/** One of yesterday night is still a good one at noon. */
const lateMs = 48 * 60 * 60_000;

/** When the last backup was made and read back; without one, how to make it. */
export const backupsPart = (
  last: Backup | null,
  own: OperationsWords,
  machine: Date,
  say: (at: Date) => string,
): Html => {
  const late = last === null || machine.getTime() - last.at.getTime() > lateMs;
  return html`<section>
    <h2>${own.backups}</h2>
    !${
      last === null
        ? html`<p>${own.noBackup}</p>`
        : html`<p>${own.lastBackup(say(last.at), last.file, last.documents, (last.bytes / 1_000_000).toFixed(1))}</p>
            <p>${last.verifiedAt === null ? own.notVerified : own.verified(say(last.verifiedAt))}</p>`
    }
    !${
      late
        ? html`<p><strong>${own.backUp}</strong></p>
            <p><code>npm run -s cli -- backup make --to FOLDER</code></p>`
        : ''
    }
  </section>`;
};
