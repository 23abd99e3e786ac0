import { type CompiledQuestion } from '../compile';
import { type ChoiceAnswer } from '../definition';
import { labelText } from '../label';
import { checkChoice, codeOf, readChoice } from './choice';
import { checkCount, numericBound } from './counts';
import { type CheckContext, isBlankList, type Kind } from './kind';

/** `["a", "b", { "option": "other", "text": "…" }]`, kept in the order of the options. */
export const multiple: Kind = {
  isBlank: isBlankList,
  read: (compiled, raw) => {
    if (!Array.isArray(raw)) return undefined;
    const kept = new Map<string, ChoiceAnswer>();
    for (const item of raw) {
      const choice = readChoice(compiled, item);
      if (choice !== undefined && !kept.has(codeOf(choice))) kept.set(codeOf(choice), choice);
    }
    if (kept.size === 0) return undefined;
    const position = (choice: ChoiceAnswer) => compiled.choices.get(codeOf(choice)) ?? 0;
    return [...kept.values()].sort((a, b) => position(a) - position(b));
  },
  check: (compiled, raw, context) => {
    if (!Array.isArray(raw)) return context.report([], 'WRONG_TYPE');
    const chosen = new Set<string>();
    raw.forEach((item: unknown, position) => {
      const code = checkChoice(compiled, item, [position], context);
      if (code === undefined) return;
      if (chosen.has(code)) context.report([position], 'DUPLICATE_OPTION');
      chosen.add(code);
    });
    checkChosen(compiled, chosen, context);
  },
};

function checkChosen(
  { question, exclusive }: CompiledQuestion,
  chosen: ReadonlySet<string>,
  context: CheckContext,
): void {
  const alone = question.options?.find(({ code }) => exclusive.has(code) && chosen.has(code));
  if (!alone) return checkCount(chosen.size, numericBound(question.min), numericBound(question.max), context);
  // An exclusive option stands for the whole answer: "none of these" is not one choice too few.
  if (chosen.size > 1) context.report([], 'EXCLUSIVE_OPTION', { name: labelText(alone.label) });
}
