import { html } from 'ghtml';
import QRCode from 'qrcode';
import { z } from 'zod';
import type { Community } from '../../domain/community/community';
import { isPublic, publicTicket } from '../../domain/open-data/public-ticket';
import type { Ticket } from '../../domain/ticket/ticket';
import { nothing, type Answer, type Asked } from '../pages/page-route';
import { photoPath, type PublicPorts } from './public-page';
import { publicWords } from './public-words';
import { nameOfPublic, standOfPublic } from './say-public-ticket';

type MatterPorts = Pick<PublicPorts, 'clock' | 'openTickets' | 'publicPhotos' | 'siteUrl'>;

const Params = z.object({ number: z.string().regex(/^\d{1,9}$/) });

/** Null: there is none, or it is nobody else's business; nobody learns which. */
const ticketOf = async ({ openTickets }: MatterPorts, community: Community, asked: Asked): Promise<Ticket | null> => {
  const read = Params.safeParse(asked.params);
  const [found] = read.success ? await openTickets.byNumbers([Number(read.data.number)]) : [];
  return found && isPublic(found.ticket, community) ? found.ticket : null;
};

/** One matter, and how to hear what becomes of it, without an account. */
export const matterPage = async (ports: MatterPorts, community: Community, asked: Asked): Promise<Answer> => {
  const ticket = await ticketOf(ports, community, asked);
  if (ticket === null) return nothing;
  const { language } = asked;
  const own = publicWords[language];
  const photos = [...ticket.photos, ...(ticket.resolution?.photos ?? [])];
  const may = await ports.publicPhotos.shownAmong(photos);
  const shown = photos.filter((id) => may.has(id)).map((id) => ({ path: photoPath(community, id) }));
  const seen = publicTicket(ticket, community);
  const telling = { community, language, now: ports.clock.now().toISOString() };
  const base = `/p/${community.id}`;
  return {
    kind: 'page',
    title: `#${ticket.number}`,
    bare: true,
    files: ['public.css'],
    indexed: community.policy.publicPages.indexed,
    main: html`<h1>#${ticket.number} ${nameOfPublic(seen, telling)}</h1>
      !${standOfPublic(seen, shown, telling)}
      !${
        seen.open
          ? html`<section>
              <h2>${own.follow}</h2>
              <p>${own.followHow(ticket.number)}</p>
              <p>
                <img
                  class="qr"
                  src="${base}/matters/${ticket.number}/qr.png"
                  alt="${own.followScan}"
                  width="160"
                  height="160"
                />
              </p>
              <p class="soft">${own.followScan}</p>
            </section>`
          : ''
      }
      <p class="soft">${own.privacy}</p>
      <p><a href="${base}">${own.back}</a></p>`,
  };
};

/** Leads here from a notice or a big screen. */
export const matterCode = async (ports: MatterPorts, community: Community, asked: Asked): Promise<Answer> => {
  const ticket = await ticketOf(ports, community, asked);
  if (ticket === null) return nothing;
  const address = `${ports.siteUrl()}/p/${community.id}/matters/${ticket.number}`;
  return { kind: 'file', type: 'image/png', bytes: await QRCode.toBuffer(address, { margin: 2, width: 320 }) };
};
