export { isMessagePath, isSitePath, safeLink } from './addresses';
export {
  imageMarkdown,
  insertLink,
  insertQuote,
  insertText,
  mentionMarkdown,
  prefixLines,
  wrapSelection,
  type Edited,
  type LinePrefix,
} from './editing';
export { markdownToHtml, type HtmlOptions } from './html';
export { parseMarkdown } from './parse';
export { imagesIn, lacksAlternative, mentionsIn } from './references';
export { excerpt, markdownToText, type TextOptions } from './text';
export { plainText, type Block, type ImageSource, type Inline } from './tree';
