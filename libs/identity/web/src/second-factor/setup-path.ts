export const SECURITY = { label: 'Sécurité', to: '/mon-espace/securite' } as const;
export const SETUP_PATH = '/mon-espace/securite/double-authentification';
