import type { SelfParams } from '../../src/domain/wording/self-params';
import type { ShiftParams } from '../../src/domain/wording/shift-params';

export const shiftSamples = (at: string): { readonly [K in keyof ShiftParams]: readonly ShiftParams[K][] } => ({
  'shift.station': [{ area: 'building-6' }],
  'shift.on': [{ until: at }],
  'shift.off': [{}],
});

/** Every message about who somebody is, in each of its forms. */
export const selfSamples = (at: string): { readonly [K in keyof SelfParams]: readonly SelfParams[K][] } => {
  const claim = { claim: 'claim-1', person: 'zhao', said: '王芳 6号楼' };
  const b6 = { area: 'building-6' };
  return {
    'self.code': [{ code: '1234-5678', until: at }],
    'self.perhaps-known': [{ name: '王芳' }],
    'self.asked': [{}],
    'self.home-asked': [b6],
    'self.home-unknown': [{}],
    'self.confirm': [
      { ...claim, of: 'wang', building: 'building-6' },
      { ...claim, of: 'wang', building: null },
      { ...claim, of: null, building: null },
    ],
    'self.confirm-home': [{ claim: 'claim-2', person: 'zhao', ...b6 }],
    'kin.asked': [{}],
    'kin.confirm': [
      { claim: 'claim-3', person: 'zhao', old: 'wang', toStaff: true },
      { claim: 'claim-3', person: 'zhao', old: 'wang', toStaff: false },
    ],
    'kin.linked': [
      { person: 'zhao', old: 'wang', you: 'old' },
      { person: 'zhao', old: 'wang', you: 'speaker' },
    ],
    'kin.refused': [{ old: 'wang' }],
    'kin.ended': [{ other: 'wang' }],
    'kin.none': [{}],
    'kin.spoke': [{ number: 101, by: 'zhao' }],
    'self.claimed': [{ claim: 'claim-1', name: '阿芳', code: '1234-5678', until: at }],
    'self.joined': [{ name: 'wang', points: 20, open: 1 }],
    'self.joined-wish': [
      { due: at, all: true },
      { due: at, all: false },
    ],
    'self.joined-staff': [{ of: 'wang', name: '阿芳' }],
    'self.home-granted': [{ name: 'zhao', ...b6 }],
    'self.granted-staff': [{ person: 'zhao', ...b6 }],
    'self.refused': [{}],
    'self.refused-staff': [{ person: 'zhao' }],
    'self.settled': [
      { person: 'zhao', granted: true },
      { person: 'zhao', granted: false },
    ],
    'self.cannot': [{}],
    'self.part-ask': [{ merge: 'claim-1', of: 'wang', name: '阿芳', at }],
    'self.part-nobody': [{ name: '王芳' }],
    'self.parted': [{ of: 'wang', name: '阿芳' }],
    'self.parted-told': [{}],
    'self.staff-only': [{}],
    'self.language': [{}],
  };
};
