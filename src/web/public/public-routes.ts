import { numberOfMatter } from '../../domain/ids';
import { html } from 'ghtml';
import QRCode from 'qrcode';
import { z } from 'zod';
import type { Community } from '../../domain/community/community';
import type { Matters } from '../../usecases/ports';
import { isPublic } from '../../domain/open-data/public-ticket';
import { nothing, type Answer, type Asked, type PageRoute } from '../pages/page-route';
import { accountPage, type AccountPorts } from './account-page';
import { matterCode, matterPage } from './matter-page';
import { publicPage, type PublicPorts } from './public-page';
import { fundOf } from './receipts';
import { publicWords } from './public-words';

export interface PublicRoutesPorts extends PublicPorts, Omit<AccountPorts, keyof PublicPorts> {
  readonly matters: Pick<Matters, 'find' | 'byNumber'>;
  readonly photos: { readonly byId: (id: string) => Promise<{ readonly matter: string } | null> };
}

const Params = z.object({ community: z.string().max(41), photo: z.string().max(60).optional() });

const perMinute = 240;
const photoKeepSeconds = 300;

/** The address of a community leads somewhere only where its pack says that there are public pages. */
const communityOf = async ({ communities }: PublicPorts, { params }: Asked): Promise<Community | null> => {
  const asked = Params.safeParse(params);
  const community = await communities.current();
  return asked.success && asked.data.community === community.id && community.policy.publicPages.open ? community : null;
};

const notice = (community: Community, { language }: Asked): Answer => {
  const own = publicWords[language];
  return {
    kind: 'page',
    title: own.noticeTitle,
    bare: true,
    files: ['public.css'],
    main: html`<article class="notice">
      <h1>${own.noticeTitle}</h1>
      <p class="community">${community.name}</p>
      <img class="qr" src="/p/${community.id}/qr.png" alt="${own.noticeHow}" width="320" height="320" />
      <p>${own.noticeHow}</p>
      <p>${own.noticeReport}</p>
      <p class="danger">${own.noticeDanger}</p>
      <p class="soft screen-only">${own.print}</p>
    </article>`,
  };
};

/** Looked at again each time: what staff took back, or whose matter is not public any more, is there no more. */
const photoAnswer = async (ports: PublicRoutesPorts, community: Community, asked: Asked): Promise<Answer> => {
  const id = Params.parse(asked.params).photo ?? '';
  const bytes = await ports.publicPhotos.read(id);
  if (!bytes) return nothing;
  const matter = (await ports.photos.byId(id))?.matter ?? '';
  const number = numberOfMatter(matter);
  const [found] = number === null ? [] : await ports.openTickets.byNumbers([number]);
  const isOurs = found ? isPublic(found.ticket, community) : (await fundOf(ports, matter)) !== null;
  if (!isOurs) return nothing;
  return { kind: 'file', type: 'image/jpeg', bytes, keepSeconds: photoKeepSeconds };
};

/** What everybody may open, without an account. */
export const publicRoutes = (ports: PublicRoutesPorts): readonly PageRoute[] => {
  const route = (
    path: string,
    answer: (community: Community, asked: Asked) => Answer | Promise<Answer>,
  ): PageRoute => ({
    method: 'GET',
    path,
    who: 'anyone',
    perMinute,
    answer: async (asked) => {
      const community = await communityOf(ports, asked);
      return community ? answer(community, asked) : nothing;
    },
  });
  return [
    route('/p/:community', (community, asked) => publicPage(ports, community, asked)),
    route('/p/:community/notice', notice),
    route('/p/:community/account', (community, asked) => accountPage(ports, community, asked)),
    route('/p/:community/matters/:number', (community, asked) => matterPage(ports, community, asked)),
    route('/p/:community/matters/:number/qr.png', (community, asked) => matterCode(ports, community, asked)),
    route('/p/:community/qr.png', async (community) => ({
      kind: 'file',
      type: 'image/png',
      bytes: await QRCode.toBuffer(`${ports.siteUrl()}/p/${community.id}`, { margin: 2, width: 640 }),
    })),
    route('/p/:community/photos/:photo', (community, asked) => photoAnswer(ports, community, asked)),
  ];
};
