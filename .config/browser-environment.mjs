// jsdom, with what every browser has and it lacks: the router builds requests, texts are encoded, ids are escaped.
import { TestEnvironment } from 'jest-environment-jsdom';

const MISSING = {
  AbortController,
  AbortSignal,
  CSS: { escape: (/** @type {string} */ text) => text.replace(/[^\w-]/g, '\\$&') },
  Headers,
  ReadableStream,
  Request,
  Response,
  TextDecoder,
  TextEncoder,
  TransformStream,
  WritableStream,
};

export default class BrowserEnvironment extends TestEnvironment {
  async setup() {
    await super.setup();
    for (const [name, value] of Object.entries(MISSING)) {
      Object.defineProperty(this.global, name, { value, configurable: true, writable: true });
    }
  }
}
