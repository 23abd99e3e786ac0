export { findChromium, type Chromium } from './testing/chromium.ts';
