import { deadlineClassWords } from './key-words';
import { chatPurposes, deskKinds } from '../../../domain/community/community';
import { DeadlineClass } from '../../../domain/community/category';
import { roles } from '../../../domain/community/roles';
import { labels } from '../../../domain/wording/labels';
import type { Choices } from './field';
import { choiceWords } from './key-words';

const named =
  (values: readonly string[]): Choices =>
  ({ language }) =>
    values.map((value) => [value, choiceWords[language][value] ?? value]);

export const areaChoices: Choices = ({ setup }) => setup.file.areas.map(({ id, name }) => [id, name]);
export const peopleChoices: Choices = ({ setup }) => setup.file.people.map(({ id, name }) => [id, name]);
export const officerChoices: Choices = ({ setup }) =>
  setup.file.people
    .filter(({ roles: held }) => Object.keys(held).some((role) => !['resident', 'rider', 'volunteer'].includes(role)))
    .map(({ id, name }) => [id, name]);
export const shopChoices: Choices = ({ setup }) => setup.file.shops.map(({ id, name }) => [id, name]);
export const homeChoices: Choices = ({ setup }) =>
  setup.file.areas.filter(({ kind }) => ['building', 'place', 'unit'].includes(kind)).map(({ id, name }) => [id, name]);
export const roleChoices: Choices = ({ language }) => roles.map((role) => [role, labels[language].roles[role]]);
export const classChoices: Choices = ({ language }) =>
  DeadlineClass.options.map((name) => [name, deadlineClassWords[language][name]]);
export const purposeChoices = named(chatPurposes);
export const deskKindChoices = named(deskKinds);
export const cardChoices = named(['group', 'never']);
export const deskChoices = named(['grid', 'community', 'directors']);
export const languageChoices = named(['zh', 'en']);
export const weekdayChoices = named(['1', '2', '3', '4', '5', '6', '7']);
