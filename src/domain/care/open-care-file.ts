import type { Community, Person } from '../community/community';
import { decision, type Decision } from '../decision';
import type { AreaId, MatterId, Moment, PersonId } from '../ids';
import type { CareDetails, CareEvent } from './care-event';
import type { CareFile } from './care-file';
import { answers, careSays, fileIn } from './care-says';
import { foldCareFile } from './fold-care-file';

export interface OpenCareFile {
  readonly id: MatterId;
  readonly number: number;
  readonly by: Person;
  readonly details: CareDetails;
  readonly colour: string;
  readonly contact: PersonId;
  readonly area: AreaId | null;
}

/** The message to whoever entered or changed it, and to a contact who did not do it. */
export const registeredSays = (
  file: CareFile,
  by: PersonId,
  { now, community }: { readonly now: Moment; readonly community: Community },
  before: CareFile | null,
) => {
  const params = { ...fileIn(file, community), family: file.details.family, amended: before !== null };
  const isNew = file.contact !== by && file.contact !== before?.contact;
  return [
    ...answers(by, `registered.${now}`, { wording: 'care.registered', params }),
    ...(isNew
      ? careSays([file.contact], `yours.${now}`, { wording: 'care.yours', params: { ...fileIn(file, community), by } })
      : []),
  ];
};

/** `登记 …`: somebody gets a file, a colour and one contact. */
export const openCareFile = (
  { by, ...given }: OpenCareFile,
  context: { readonly now: Moment; readonly community: Community },
): Decision<CareEvent> & { readonly file: CareFile | null } => {
  const event: CareEvent = { kind: 'registered', at: context.now, by: by.id, ...given };
  const file = foldCareFile(null, [event]);
  return {
    ...decision<CareEvent>({ events: [event], says: file ? registeredSays(file, by.id, context, null) : [] }),
    file,
  };
};
