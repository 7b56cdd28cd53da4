import type { Area, Community } from './community';

/** The area that people call by this name. */
export const areaOfName = ({ areas }: Pick<Community, 'areas'>, name: string): Area | null =>
  areas.find((area) => area.name === name || area.aliases.includes(name)) ?? null;
