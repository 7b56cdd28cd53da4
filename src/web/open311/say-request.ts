import { areaById } from '../../domain/community/area-tree';
import type { Community } from '../../domain/community/community';
import { deskName } from '../../domain/community/may';
import type { PublicTicket } from '../../domain/open-data/public-ticket';
import { labels } from '../../domain/wording/labels';
import type { Language } from '../../domain/wording/say-moment';
import type { Moment } from '../../domain/ids';

const seconds = (at: Moment | null): string | null => at?.replace(/\.\d+Z$/, 'Z') ?? null;

const notes = ({ state, into }: PublicTicket, language: Language): string => {
  const said = labels[language].states[state];
  return into === null ? said : `${said} #${into}`;
};

/** A ticket as the standard writes it. Words of people, names and doors have no place in it. */
export const sayRequest = (
  ticket: PublicTicket,
  { changedAt, media }: { readonly changedAt: Moment; readonly media: string | null },
  community: Community,
  language: Language,
): object => {
  const category = community.categories.find(({ id }) => id === ticket.category);
  const area = areaById(community, ticket.area);
  const name = category?.[language] ?? labels[language].uncategorised;
  return {
    service_request_id: String(ticket.number),
    status: ticket.open ? 'open' : 'closed',
    status_notes: notes(ticket, language),
    service_name: name,
    service_code: ticket.category,
    description: area ? `${name} · ${area.name}` : name,
    agency_responsible: ticket.desk === null ? community.name : deskName(community, ticket.desk),
    service_notice: null,
    requested_datetime: seconds(ticket.reportedAt),
    updated_datetime: seconds(changedAt),
    expected_datetime: seconds(ticket.dueAt),
    address: area?.name ?? null,
    address_id: area?.id ?? null,
    zipcode: null,
    lat: area?.at?.lat ?? null,
    long: area?.at?.lng ?? null,
    media_url: media,
  };
};
