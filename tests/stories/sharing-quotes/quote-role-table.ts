export const ROLES = ['VIEWER', 'PARTICIPANT', 'ADMINISTRATOR', 'OWNER'] as const;
export type TableRole = (typeof ROLES)[number];
export type Trade = 'business' | 'private';

/**
 * Who may do what to a shared quote where drafts may be updated: written down apart from the code, cell by cell. A column
 * stands for viewer, participant, administrator, owner; `y` may, `-` may not.
 */
export const ROLE_TABLE: { readonly [operation: string]: { readonly [T in Trade]: string } } = {
  //                            V P A O               V P A O
  'read it':           { business: 'y y y y', private: 'y y y y' },
  'add a note':        { business: 'y y y y', private: 'y y y y' },
  'copy it to a cart': { business: 'y y y y', private: 'y y y y' },
  'only notify':       { business: 'y y y y', private: 'y y y y' },
  'change lines':      { business: '- y y y', private: '- y y y' },
  'change terms':      { business: '- y y y', private: '- y y y' },
  'set a price':       { business: '- - - -', private: '- - - -' },
  'place the order':   { business: '- - y y', private: '- - y y' },
  'ask for an offer':  { business: '- - y y', private: '- - - y' },
  'notify and change': { business: '- - y y', private: '- - - y' },
  'add a member':      { business: '- - y y', private: '- - - y' },
  'change a role':     { business: '- - y y', private: '- - - y' },
  'remove a member':   { business: '- - y y', private: '- - - y' },
  'stop sharing':      { business: '- - y y', private: '- - - y' },
  'finish working':    { business: 'y y y -', private: 'y y y -' },
  'take it back':      { business: '- - - y', private: '- - - y' },
  'ask for more time': { business: '- - - y', private: '- - - y' },
  'cancel it':         { business: '- - - y', private: '- - - y' },
  'delete it':         { business: '- - - -', private: '- - - -' },
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
