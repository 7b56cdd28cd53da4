import { html } from 'ghtml';
import type { NamedSubject } from '../../../usecases/operations/name-jobs';
import type { Html } from '../../pages/page-route';
import type { OperationsWords } from './operations-words';

/** A ticket leads to its page; what is none has no page here. */
export const matterLink = (number: number | null, isTicket: boolean, without: string): Html => {
  if (number === null) return html`${without}`;
  return isTicket ? html`<a href="/board/tickets/${number}">#${number}</a>` : html`#${number}`;
};

export const namedView = (named: NamedSubject | null, own: OperationsWords): Html => {
  switch (named?.kind) {
    case undefined:
      return html`${own.subject.unknown}`;
    case 'group':
      return html`${own.subject.group(named.title)}`;
    case 'private':
      return html`${own.subject.private(named.name)}`;
    case 'matter': {
      const link = matterLink(named.number, named.isTicket, named.photo ? '' : own.subject.matter);
      return named.photo ? html`${own.subject.photo} !${link}` : link;
    }
  }
};
