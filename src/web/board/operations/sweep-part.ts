import { html } from 'ghtml';
import type { SweepRun } from '../../../usecases/ports-of-operations';
import type { Html } from '../../pages/page-route';
import type { OperationsWords } from './operations-words';

/** Four sweeps that did not come. */
const lateMs = 2 * 60_000;

/** When everything that is due was last looked at, and what that did. */
export const sweepPart = (
  run: SweepRun | null,
  own: OperationsWords,
  machine: Date,
  say: (at: Date) => string,
): Html => {
  const late = run === null || machine.getTime() - run.at.getTime() > lateMs;
  return html`<section>
    <h2>${own.sweep}</h2>
    !${
      run === null
        ? html`<p>${own.noSweep}</p>`
        : html`<p>${own.lastSweep(say(run.at), (run.ms / 1000).toFixed(1))}</p>
            <p>
              ${own.swept(run.ticked, run.drained, run.fetched, run.recomputed)}
              !${run.failed === 0 ? '' : html`<strong>${own.sweepFailed(run.failed)}</strong>`}
            </p>`
    }
    !${late ? html`<p class="alarm-text"><strong>${own.sweepLate}</strong></p>` : ''}
  </section>`;
};
