import { INTERRUPTED, isStopping, runCommand } from './run/command.ts';
import { requireSpace } from './run/disk.ts';
import { sumCounts, type Count } from './testing/jest-report.ts';
import { ROOT } from './run/paths.ts';
import { PHASES, type Phase } from './testing/phases.ts';
import { complain, duration, Refusal, say } from './run/terminal.ts';

/** `npm test [-- phase…]`: every phase runs even after a failure; the last line is `N passed, N failed`. */
async function test(names: string[]): Promise<number> {
  const phases = choose(names);
  requireSpace(ROOT);
  const began = performance.now();
  const results = [];
  for (const [at, phase] of phases.entries()) {
    results.push(await runPhase(phase, `${at + 1}/${phases.length}`));
    if (isStopping()) return INTERRUPTED;
  }
  say(`\nRécapitulatif (${duration(performance.now() - began)}) :`);
  for (const { phase, count, took } of results)
    say(
      `  ${count.failed ? '✗' : '✓'} ${phase.title} : ${count.passed} / ${count.passed + count.failed} (${duration(took)})`,
    );
  const { passed, failed } = sumCounts(results.map(({ count }) => count));
  say(`\n${passed} passed, ${failed} failed`);
  return failed > 0 ? 1 : 0;
}

function choose(names: string[]): readonly Phase[] {
  const unknown = names.find((name) => !PHASES.some((phase) => phase.name === name));
  if (unknown)
    throw new Refusal(
      `Phase inconnue « ${unknown} » : choisissez parmi ${PHASES.map(({ name }) => name).join(', ')}.`,
    );
  return names.length ? PHASES.filter(({ name }) => names.includes(name)) : PHASES;
}

async function runPhase(phase: Phase, position: string) {
  const began = performance.now();
  say(`\n▸ ${position} ${phase.title} (${phase.name})`);
  const count: Count = await phase.run().catch((error: unknown) => {
    complain(error instanceof Refusal ? error.message : String((error as Error).stack));
    return { passed: 0, failed: 1 };
  });
  const took = performance.now() - began;
  say(`  ${count.failed ? '✗' : '✓'} ${phase.title} : ${duration(took)}`);
  return { phase, count, took };
}

runCommand(test);
