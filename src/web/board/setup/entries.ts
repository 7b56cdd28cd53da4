import { DeadlineClass } from '../../../domain/community/category';
import type { PackFile } from '../../../usecases/packs/pack-schema';
import type { Entry, Part, SetupView } from './field';
import { deadlineClassWords } from './key-words';

type Listed = 'people' | 'duty' | 'substitutes' | 'groups' | 'shops' | 'rewards' | 'desks';

/** A list of the pack, entry by entry. */
export const listed = <K extends Listed>(
  list: K,
  titleOf: (entry: PackFile[K][number], view: SetupView) => string,
): Pick<Part, 'entries' | 'fresh'> => ({
  entries: (view) => {
    const entries: readonly PackFile[K][number][] = view.setup.file[list];
    return entries.map((shown, index) => ({
      ...{ key: String(index), title: titleOf(shown, view), at: [list, index], shown, removable: true },
    }));
  },
  fresh: ({ setup }) => [list, setup.file[list].length],
});

export const personName = (wanted: string, { setup }: SetupView): string =>
  setup.file.people.find(({ id: known }) => known === wanted)?.name ?? wanted;
export const areaName = (wanted: string | undefined, { setup }: SetupView): string =>
  setup.file.areas.find(({ id: known }) => known === wanted)?.name ?? '';

export const categoryEntries = ({ setup, language }: SetupView): readonly Entry[] =>
  setup.pack.community.categories.map((shown) => {
    const own = setup.file.categories.findIndex((each) => each.id === shown.id);
    return {
      ...{ key: shown.id, title: `${shown[language]} · ${deadlineClassWords[language][shown.class]}`, shown },
      at: ['categories', own === -1 ? setup.file.categories.length : own],
      ...(own === -1 ? { begin: { id: shown.id } } : { removable: true }),
    };
  });

export const deadlineEntries = ({ setup, language }: SetupView): readonly Entry[] =>
  DeadlineClass.options.map((name) => ({
    ...{ key: name, title: deadlineClassWords[language][name], at: ['policy', 'classes', name] },
    shown: setup.pack.community.policy.classes[name],
  }));

export const calendarEntries = ({ setup }: SetupView): readonly Entry[] => {
  const { file, pack } = setup;
  const own = (list: 'areas' | 'desks'): readonly Entry[] =>
    file[list].flatMap(({ id: key, name, calendar }, index) =>
      calendar ? [{ key, title: name, at: [list, index, 'calendar'], shown: calendar, removable: true }] : [],
    );
  return [
    { key: 'community', title: file.name, at: ['calendar'], shown: pack.community.calendar },
    ...own('areas'),
    ...own('desks'),
  ];
};

export const policyEntry = ({ setup }: SetupView): readonly Entry[] => [
  { key: 'policy', title: setup.file.name, at: ['policy'], shown: setup.pack.community.policy },
];
