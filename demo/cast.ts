/** A person the demonstration knows by name; the numbers are the same for every seed and size. */
export interface CastMember {
  readonly employeeNumber: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly title: string;
  /** Unit the person is employed in (a leader: the unit led). */
  readonly unitCode: string;
  readonly leads: boolean;
}

/** Codes of the units that exist in every Fjordby, whatever the seed. */
export const castUnits = {
  municipality: '10000',
  healthDepartment: '10001',
  homeNursing: '10002',
  nursingTeam: '10003',
  archive: '10004',
  humanResources: '10005',
  school: '10006',
} as const;

/** The people one can be in the demonstration. */
export const cast = {
  mette: {
    employeeNumber: '100001',
    firstName: 'Mette',
    lastName: 'Sørensen',
    title: 'Ledende sygeplejerske',
    unitCode: castUnits.nursingTeam,
    leads: true,
  },
  superior: {
    employeeNumber: '100002',
    firstName: 'Henrik',
    lastName: 'Dalgaard',
    title: 'Områdeleder',
    unitCode: castUnits.homeNursing,
    leads: true,
  },
  hr: {
    employeeNumber: '100003',
    firstName: 'Lene',
    lastName: 'Kragh',
    title: 'HR-konsulent',
    unitCode: castUnits.humanResources,
    leads: false,
  },
  director: {
    employeeNumber: '100004',
    firstName: 'Birgitte',
    lastName: 'Holm Asmussen',
    title: 'Kommunaldirektør',
    unitCode: castUnits.municipality,
    leads: true,
  },
  med: {
    employeeNumber: '100005',
    firstName: 'Tom',
    lastName: 'Vestergaard',
    title: 'Lærer og fællestillidsrepræsentant',
    unitCode: castUnits.school,
    leads: false,
  },
  employee: {
    employeeNumber: '100006',
    firstName: 'Amina',
    lastName: 'Hussein',
    title: 'Sygeplejerske',
    unitCode: castUnits.nursingTeam,
    leads: false,
  },
  smallLeader: {
    employeeNumber: '100007',
    firstName: 'Jonas',
    lastName: 'Bech',
    title: 'Arkivleder',
    unitCode: castUnits.archive,
    leads: true,
  },
} as const satisfies Record<string, CastMember>;

export type CastKey = keyof typeof cast;

export const castKeys = [
  'mette',
  'superior',
  'hr',
  'director',
  'med',
  'employee',
  'smallLeader',
] as const satisfies readonly CastKey[];
