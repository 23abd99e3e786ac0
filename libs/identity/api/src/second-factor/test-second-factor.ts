import { HOTP, Secret } from 'otpauth';
import { TOTP_SECONDS } from '@preau/identity-domain';
import type { TestBrowser } from '../sign-in/test-browser';

/** The code an application shows now, or that many steps from now. */
export const codeOf = (typedSecret: string, steps = 0): string =>
  HOTP.generate({
    secret: Secret.fromBase32(typedSecret.replaceAll(' ', '')),
    counter: Math.floor(Date.now() / 1_000 / TOTP_SECONDS) + steps,
  });

/** Six figures that are none of those around now. */
export function wrongCodeOf(typedSecret: string): string {
  const right = new Set([-2, -1, 0, 1, 2].map((steps) => codeOf(typedSecret, steps)));
  const others = ['000000', '111111', '222222', '333333', '444444', '555555'].filter(
    (code) => !right.has(code),
  );
  return others[0] ?? '';
}

const REFUSED = '... on SecondFactorRefused { code triesLeft }';
const MUTATIONS = {
  beginSecondFactor: `mutation ($code: String) { result: beginSecondFactor(code: $code) {
    __typename ... on SecondFactorSetup { uri secret } ${REFUSED} } }`,
  confirmSecondFactorSetup: `mutation ($code: String!) { result: confirmSecondFactorSetup(code: $code) {
    __typename ... on RecoveryCodesGiven { codes account { email } } ${REFUSED} } }`,
  confirmSecondFactor: `mutation ($code: String!) { result: confirmSecondFactor(code: $code) {
    __typename ... on SignedIn { account { email roles } } ${REFUSED} } }`,
  showSecondFactor: `mutation ($code: String!) { result: showSecondFactor(code: $code) {
    __typename ... on SignedIn { account { email } } ${REFUSED} } }`,
  renewRecoveryCodes: `mutation ($code: String!) { result: renewRecoveryCodes(code: $code) {
    __typename ... on RecoveryCodesGiven { codes } ${REFUSED} } }`,
  removeSecondFactor: `mutation ($code: String!) { result: removeSecondFactor(code: $code) {
    __typename ... on SecondFactorRemoved { account { email } } ${REFUSED} } }`,
};

interface Result {
  __typename: string;
  code?: string;
  triesLeft?: number | null;
  uri: string;
  secret: string;
  codes: string[];
}

/** One operation on second factors, sent by a browser: its result, or the code of the error. */
export async function sent(
  browser: TestBrowser,
  operation: keyof typeof MUTATIONS,
  code: string | null = null,
): Promise<Result> {
  const { data, errors } = await browser.graphql<{ result: Result }>(MUTATIONS[operation], { code });
  return data?.result ?? ({ __typename: errors?.[0]?.extensions.code ?? '' } as Result);
}

/** Gives the account of a signed-in browser a second factor, as a person does. */
export async function enrol(browser: TestBrowser): Promise<{ secret: string; recoveryCodes: string[] }> {
  const { secret } = await sent(browser, 'beginSecondFactor');
  const { codes } = await sent(browser, 'confirmSecondFactorSetup', codeOf(secret));
  return { secret, recoveryCodes: codes };
}

export const refusedFor = (code: string, triesLeft: number | null = null) => ({
  __typename: 'SecondFactorRefused',
  code,
  triesLeft,
});
