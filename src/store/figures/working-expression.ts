import { plainClasses } from '../../domain/figures/figures';
import { msPerDay } from '../../domain/figures/working-table';
import type { DeskTables } from './desk-tables';
import type { Expression } from './expression';

/** Opens the desk's table for the expressions below; `plain`: this ticket's clock runs round the clock. */
export const withTable = ({ days }: DeskTables, within: Expression): Expression => ({
  $let: {
    vars: { table: days, plain: { $in: ['$state.class', plainClasses] } },
    in: within,
  },
});

/** Milliseconds that the ticket's clock has run before a moment. */
const worked = (at: Expression, { origin, length }: DeskTables): Expression => ({
  $let: {
    vars: { t: at },
    in: {
      $cond: [
        '$$plain',
        '$$t',
        {
          $let: {
            vars: {
              day: {
                $arrayElemAt: [
                  '$$table',
                  {
                    $toInt: {
                      $max: [
                        0,
                        {
                          $min: [length - 1, { $floor: { $divide: [{ $subtract: ['$$t', origin] }, msPerDay] } }],
                        },
                      ],
                    },
                  },
                ],
              },
            },
            in: {
              $add: [
                '$$day.before',
                {
                  $sum: {
                    $map: {
                      input: '$$day.stretches',
                      as: 's',
                      in: { $max: [0, { $subtract: [{ $min: ['$$t', '$$s.to'] }, '$$s.from'] }] },
                    },
                  },
                },
              ],
            },
          },
        },
      ],
    },
  },
});

/** A stretch of a clock. */
interface Stretch {
  readonly start: Expression;
  readonly stop: Expression;
  /** `{ from, to }` in milliseconds; none counts. */
  readonly pauses: Expression;
}

export interface ClockRun extends Stretch {
  readonly minutes: Expression;
}

/** Milliseconds of the clock from `start` to `stop`, the pauses left out. */
export const clockMs = ({ start, stop, pauses }: Stretch, table: DeskTables): Expression => ({
  $let: {
    vars: { begun: start, last: stop },
    in: {
      $subtract: [
        { $subtract: [worked('$$last', table), worked('$$begun', table)] },
        {
          $sum: {
            $map: {
              input: pauses,
              as: 'pause',
              in: {
                $max: [
                  0,
                  {
                    $subtract: [
                      worked({ $min: ['$$pause.to', '$$last'] }, table),
                      worked({ $max: ['$$pause.from', '$$begun'] }, table),
                    ],
                  },
                ],
              },
            },
          },
        },
      ],
    },
  },
});

/**
 * Whether a clock that was stopped at `stop` was late: its time was up a millisecond before. The same as the domain's
 * "due < stop": due is the first moment at which the time has run.
 */
export const isLate = ({ start, stop, pauses, minutes }: ClockRun, table: DeskTables): Expression => ({
  $gte: [clockMs({ start, stop: { $subtract: [stop, 1] }, pauses }, table), { $multiply: [minutes, 60_000] }],
});
