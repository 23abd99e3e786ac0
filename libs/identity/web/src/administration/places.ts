export const ADMINISTRATION = { label: 'Administration', to: '/administration' } as const;
export const ACCOUNTS = { label: 'Comptes', to: '/administration/comptes' } as const;
export const AUDIT = { label: 'Journal', to: '/administration/journal' } as const;
