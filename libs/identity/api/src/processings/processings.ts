import register from '@preau/data/processings.json' with { type: 'json' };

export type ProcessingRecord = (typeof register.processings)[number];

/** The register of processings (GDPR article 30): one reviewed file, shown, exported and relied on by `oppose`. */
export const REGISTER = register;

export const processingOf = (code: string): ProcessingRecord | undefined =>
  register.processings.find((processing) => processing.code === code);
