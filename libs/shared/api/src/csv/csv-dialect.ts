import { badInput } from '../errors';

/** How a file is written for those who will open it. */
export interface Dialect {
  readonly name: string;
  readonly delimiter: ';' | ',';
  /** Between units and decimals: French spreadsheets read "12.5" as a text. */
  readonly decimalMark: ',' | '.';
}

const DIALECTS: Readonly<Record<string, Dialect>> = {
  fr: { name: 'fr', delimiter: ';', decimalMark: ',' },
  rfc4180: { name: 'rfc4180', delimiter: ',', decimalMark: '.' },
};

/** The dialect asked for, French unless another is named. Refuses one we do not write. */
export function dialectOf(asked: unknown = 'fr'): Dialect {
  const dialect = typeof asked === 'string' && Object.hasOwn(DIALECTS, asked) ? DIALECTS[asked] : undefined;
  if (!dialect) {
    throw badInput(
      `Le paramètre « dialect » peut être ${Object.keys(DIALECTS)
        .map((name) => `« ${name} »`)
        .join(' ou ')}.`,
    );
  }
  return dialect;
}
