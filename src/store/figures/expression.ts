import type { mongo } from 'mongoose';

/** An expression of MongoDB's aggregation. */
export type Expression = mongo.Document | string | number | boolean | null;

/** An ISO moment as milliseconds. */
export const msOf = (moment: Expression): Expression => ({ $toLong: { $toDate: moment } });
