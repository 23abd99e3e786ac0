import type {} from './register-link';

export { BarChart, Bars, type Bar, type BarBase } from './bar-chart';
export { CharacterCount } from './character-count';
export { BigFigure } from './big-figure';
export { EstablishmentChooser } from './establishments/establishment-chooser';
export { formatDateTime, formatDay, formatNumber, formatShare, formatTime, plural, unbroken } from './format';
export {
  describedBy,
  ErrorSummary,
  FieldGroup,
  FieldHint,
  FieldMessages,
  RequiredMark,
  type FieldProblem,
} from './form-messages';
export { GuardedFailure } from './guarded-failure';
export { Markdown, MarkdownBlocks } from './markdown/markdown';
export type { ShownImage, ShownMention } from './markdown/markdown-context';
export { MarkdownEditor, type MarkdownEditorHandle } from './markdown/markdown-editor';
export { loadMarkdown } from './markdown/use-parser';
export { InsidePage, Page, PageTitle, Trail, type Crumb } from './page';
export { Pagination } from './pagination';
export { forgetMine, hadSession, MINE, noteSession } from './session/mine';
export { useSession, useSessionState, type SessionState } from './session/session';
export { Empty, Failure, Loading, StatusMessage } from './states';
export { AcademieSelect, DepartementSelect, TerritorySelect } from './territories/territory-select';
export type { Territories } from './territories/territories';
export { loadTerritories, useTerritories } from './territories/use-territories';
export { accentClass, ThemeAccent } from './theme-accent';
export { takeFocus, useHeadingFocus } from './use-heading-focus';
