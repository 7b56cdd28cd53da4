import { plainClasses } from '../../domain/figures/figures';
import { msPerDay } from '../../domain/figures/working-table';
import type { DeskTables } from './desk-tables';
import type { Expression } from './expression';

/** An ISO moment as milliseconds. */
export const msOf = (moment: Expression): Expression => ({ $toLong: { $toDate: moment } });

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

export interface ClockRun {
  readonly start: Expression;
  readonly stop: Expression;
  /** `{ from, to }` in milliseconds; none counts. */
  readonly pauses: Expression;
  readonly minutes: Expression;
}

/**
 * Whether a clock that was stopped at `stop` was late: its time was up a millisecond before. The same as the domain's
 * "due < stop": due is the first moment at which the time has run.
 */
export const isLate = ({ start, stop, pauses, minutes }: ClockRun, table: DeskTables): Expression => ({
  $let: {
    vars: { begun: start, last: { $subtract: [stop, 1] } },
    in: {
      $gte: [
        {
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
        { $multiply: [minutes, 60_000] },
      ],
    },
  },
});
