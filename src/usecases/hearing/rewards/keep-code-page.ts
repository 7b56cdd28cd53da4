import type { PersonId } from '../../../domain/ids';
import { keepAddress } from '../../pages/enter';
import type { EnginePorts } from '../../ports-of-engine';

/** The words that hold where an order's code is shown. */
export const addressOf = (order: string): string => `link-${order}`;

/** A page that shows the code of an order as a picture, to whoever was told its address; kept before the order is told. */
export const keepCodePage = async (
  { links, words, siteUrl }: Pick<EnginePorts, 'links' | 'words' | 'siteUrl'>,
  {
    id,
    person,
    until,
    at,
  }: { readonly id: string; readonly person: PersonId; readonly until: string; readonly at: string },
): Promise<void> => {
  const { token } = await links.make({ purpose: 'order-code', person, about: id, until, once: false });
  await keepAddress(words, { id, path: `/code/${token}` }, person, at, siteUrl());
};
