export const ROLES = ['VIEWER', 'PARTICIPANT', 'ADMINISTRATOR', 'OWNER'] as const;
export type TableRole = (typeof ROLES)[number];
export type Trade = 'business' | 'private';

/**
 * Who may do what to a shared cart, as the sources say it: written down apart from the code, cell by cell. A column stands
 * for viewer, participant, administrator, owner; `y` may, `-` may not.
 */
export const ROLE_TABLE: { readonly [operation: string]: { readonly [T in Trade]: string } } = {
  //                            V P A O               V P A O
  'read it':           { business: 'y y y y', private: 'y y y y' },
  'make it active':    { business: '- y y y', private: '- y y y' },
  'add lines':         { business: '- y y y', private: '- y y y' },
  'change lines':      { business: '- y y y', private: '- y y y' },
  'remove lines':      { business: '- y y y', private: '- y y y' },
  'choose shipping':   { business: '- y y y', private: '- y y y' },
  'put it aside':      { business: '- y y y', private: '- y y y' },
  'name it':           { business: '- - - y', private: '- - - y' },
  'append a cart':     { business: '- - - y', private: '- - - y' },
  'duplicate it':      { business: 'y y y y', private: 'y y y y' },
  'write to members':  { business: 'y y y y', private: 'y y y y' },
  'only notify':       { business: 'y y y y', private: 'y y y y' },
  'notify and change': { business: '- - y y', private: '- - - y' },
  'add a member':      { business: '- - y y', private: '- - - y' },
  'name and share':    { business: '- - - y', private: '- - - y' },
  'change a role':     { business: '- - y y', private: '- - - y' },
  'remove a member':   { business: '- - y y', private: '- - - y' },
  'stop sharing':      { business: '- - y y', private: '- - - y' },
  'finish working':    { business: 'y y y -', private: 'y y y -' },
  'delete it':         { business: '- - y y', private: '- - - y' },
  'ask a sales rep':   { business: '- - y y', private: '- - - y' },
  'place the order':   { business: '- - y y', private: '- - y y' },
};

export interface Cell {
  readonly trade: Trade;
  readonly role: TableRole;
  readonly operation: string;
  readonly allowed: boolean;
}

export const CELLS: readonly Cell[] = Object.entries(ROLE_TABLE).flatMap(([operation, row]) =>
  (['business', 'private'] as const).flatMap((trade) => {
    const marks = row[trade].split(' ');
    return ROLES.map((role, i): Cell => ({ trade, role, operation, allowed: marks[i] === 'y' }));
  }),
);
