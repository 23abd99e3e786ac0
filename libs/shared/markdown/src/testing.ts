export { dangersIn, type ElementLike } from './testing/dangers';
export { XSS_PAYLOADS, type XssPayload } from './testing/xss-payloads';
