import { formatNumber, formatShare } from '@preau/ui';
import { type QuestionFigures } from './figures';
import { WITHHELD } from './messages';
import { type Panel } from './panels';

/** A table ready to draw: a corner, the columns, and lines of as many cells. */
export interface FigureTable {
  readonly key: string;
  readonly caption: string;
  readonly corner: string;
  readonly columns: readonly string[];
  readonly lines: readonly {
    readonly key: string;
    readonly label: string;
    readonly cells: readonly string[];
  }[];
}

const number = (value: number | null) => (value === null ? WITHHELD : formatNumber(value));
const share = (value: number | null) => (value === null ? WITHHELD : formatShare(value));
const both = (count: number | null, part: number | null) =>
  count === null ? WITHHELD : `${formatNumber(count)}${part === null ? '' : ` (${formatShare(part)})`}`;

const captionOf = (label: string, panel: Panel) => (panel.title ? `${label} ${panel.title}` : label);

/** The figures of one chart: a line per answer. */
export function plainTable(figures: QuestionFigures, panel: Panel): FigureTable {
  if (figures.kind === 'ranking') return rankingTable(figures);
  return {
    key: panel.key,
    caption: captionOf(figures.label, panel),
    corner: 'Réponse',
    columns: ['Nombre', 'Part'],
    lines: panel.bars.map((bar) => ({
      key: bar.code,
      label: bar.label,
      cells: [number(bar.count), share(bar.share)],
    })),
  };
}

/** A ranking has more than first places to tell: every rank, and their mean. */
function rankingTable({ code, label, options, shown }: QuestionFigures): FigureTable {
  const ranks = options[0]?.ranks ?? [];
  return {
    key: code,
    caption: label,
    corner: 'Choix',
    columns: ['Rang moyen', ...ranks.map((_, index) => `Rang ${String(index + 1)}`)],
    lines: options.map(({ code: key, label: choice, mean, ranks: given }) => ({
      key,
      label: choice,
      cells: [
        number(mean),
        ...(given ?? []).map((count) => both(count, shown && count !== null ? count / shown : null)),
      ],
    })),
  };
}

/** One group of a crossed table. */
export interface TableGroup {
  readonly key: string;
  readonly label: string;
  readonly shown: number | null;
  readonly panel: Panel;
}

/** The figures of one chart for every group: a line per group, a column per answer. */
export function crossedTable(label: string, corner: string, groups: readonly TableGroup[]): FigureTable {
  const [first] = groups;
  return {
    key: first?.panel.key ?? label,
    caption: first ? captionOf(label, first.panel) : label,
    corner,
    columns: ['Question posée à', ...(first?.panel.bars ?? []).map((bar) => bar.label)],
    lines: groups.map(({ key, label: group, shown, panel }) => ({
      key,
      label: group,
      cells: [number(shown), ...panel.bars.map((bar) => both(bar.count, bar.share))],
    })),
  };
}
