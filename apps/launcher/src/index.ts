export { findChromium, type Chromium } from './chromium.ts';
