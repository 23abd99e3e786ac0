import { writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import type { Figure } from './context.ts';

const number = (value: number) =>
  value.toLocaleString('fr-FR', { maximumFractionDigits: value >= 100 ? 0 : value >= 10 ? 1 : 3 });

export function printTable(title: string, figures: readonly Figure[]): void {
  const width = Math.max(...figures.map(({ name }) => name.length));
  console.log(`\n${title}`);
  for (const { name, value, target, ok } of figures) {
    const verdict = ok === undefined ? '' : ok ? '  atteint' : '  MANQUÉ';
    console.log(
      `  ${name.padEnd(width)}  ${number(value).padStart(12)}  ${(target ?? '').padEnd(8)}${verdict}`,
    );
  }
}

/** The figures with the machine they were measured on. */
export function writeReport(file: string, sections: Record<string, readonly Figure[]>): void {
  const machine = {
    cpu: cpus()[0]?.model,
    cores: cpus().length,
    memoryGB: Math.round(totalmem() / 2 ** 30),
    node: process.version,
    date: new Date().toISOString().slice(0, 10),
  };
  const report = JSON.stringify({ machine, sections }, null, 2);
  writeFileSync(file, report);
  console.log(`\n${report}\n\n${file}`);
}
