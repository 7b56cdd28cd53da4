import { html } from 'ghtml';
import { z } from 'zod';
import type { Clock } from '../../usecases/ports';
import type { PrivateLink, LinkPurpose, Links } from '../../usecases/ports-of-pages';
import type { Answer, Asked } from './page-route';

export interface PrivateLinkPorts {
  readonly links: Pick<Links, 'look'>;
  readonly clock: Clock;
}

const Params = z.object({ token: z.string().max(100) });

/** The link that was opened; null: unknown or expired, and nobody learns which. */
export const openLink = async (
  { links, clock }: PrivateLinkPorts,
  { params }: Pick<Asked, 'params'>,
  purpose: LinkPurpose,
): Promise<PrivateLink | null> => {
  const read = Params.safeParse(params);
  return read.success ? links.look(read.data.token, purpose, clock.now().toISOString()) : null;
};

/** To whoever opens a link that leads nowhere (any more): how to get a new one. */
export const linkIsOver = (over: string, next: string): Answer => {
  const main = html`<section class="message">
    <h1>${over}</h1>
    <p>${next}</p>
  </section>`;
  return { kind: 'page', title: over, status: 404, bare: true, main };
};
