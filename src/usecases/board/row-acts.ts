import type { Community, Person } from '../../domain/community/community';
import { hasRole } from '../../domain/community/may';
import { mayEndAlarm } from '../../domain/ticket/alarming/stand-down';
import { barOfSearch } from '../../domain/ticket/searching/keep-searching';
import { reportersOf } from '../../domain/ticket/telling/tell';
import type { Ticket } from '../../domain/ticket/ticket';
import { handlerRoles, mayHandle } from '../../domain/ticket/working/handler-roles';

/** What somebody can do with a ticket from a row of the board. */
export const rowActs = [
  'take-charge',
  'danger-yes',
  'danger-no',
  'false-alarm',
  'claim',
  'resolve',
  'prove',
  'ask',
  'pause',
  'resume',
  'hand-over',
  'note',
] as const;
export type RowAct = (typeof rowActs)[number];

/** Whether photos of the work belong to it. */
export const takesPhotos = (act: RowAct): boolean => act === 'resolve' || act === 'prove';

const isReportedByAnother = (ticket: Ticket, { id }: Person): boolean =>
  reportersOf(ticket).some((reporter) => reporter !== id);

/** Only what the rules would not refuse; they are asked again when it is done. */
export const actsOn = (ticket: Ticket, person: Person, community: Community): readonly RowAct[] => {
  const handles = hasRole(person, handlerRoles);
  const works = handles || ticket.handlers.includes(person.id);
  const doubted = ticket.phase === 'doubted';
  const free = ticket.phase === 'dispatched' || ticket.phase === 'reported';
  const held = ticket.phase === 'claimed' || ticket.phase === 'waiting';
  const critical = ticket.class === 'critical';
  /** People were called, or are about to be, and this person may say that none need come. */
  const endsAlarm = (): boolean => handles && mayEndAlarm(ticket, person, community);
  return rowActs.filter((act) => {
    switch (act) {
      case 'take-charge':
        return works && (free || doubted) && critical;
      case 'danger-yes':
        return handles && doubted;
      case 'danger-no':
        return doubted && endsAlarm();
      case 'false-alarm':
        return (
          critical &&
          (doubted || held || ticket.phase === 'dispatched') &&
          barOfSearch(ticket, 'false-alarm', person.id) === null &&
          endsAlarm()
        );
      case 'claim':
        return works && ticket.phase === 'dispatched' && !critical;
      case 'resolve':
        return held && mayHandle(ticket, person);
      case 'prove':
        return ticket.photoCheck === 'failed' && (mayHandle(ticket, person) || ticket.resolvedBy === person.id);
      case 'ask':
        return (works || held) && (held || ticket.phase === 'dispatched') && isReportedByAnother(ticket, person);
      case 'pause':
        return ticket.phase === 'claimed' && mayHandle(ticket, person);
      case 'resume':
        return ticket.phase === 'waiting' && mayHandle(ticket, person);
      case 'hand-over':
        return (held && mayHandle(ticket, person)) || (works && ticket.phase === 'dispatched');
      case 'note':
        return free || held || doubted;
    }
  });
};
